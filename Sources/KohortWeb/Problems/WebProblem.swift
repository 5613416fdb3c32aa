import HTTPTypes

/// What is wrong with a request as HTTP, before anybody has asked whether it is allowed or possible.
package enum WebProblem: Error, Hashable, Sendable {
    /// 400: it cannot be read; the code is stable, such as `form.boundary`.
    case badRequest(String)
    /// 400: its query asks for what the address does not know; with what it knows.
    case unknownQuery([String], known: [String])
    /// 401: nobody is signed in, or the token is unknown.
    case unauthorised
    /// 403: a page's form sent from somewhere else.
    case foreignOrigin
    /// 403: a form that was not made for this browser and whoever is signed in there.
    case foreignForm
    /// 404: no route has such a path.
    case noSuchPath
    /// 405, with the methods that the path has.
    case methodNotAllowed([HTTPRequest.Method])
    /// 408: the body was not complete in time.
    case tooSlow
    /// 413: larger than the limit, in bytes.
    case payloadTooLarge(limit: Int)
    /// 415, with the media types that would do.
    case unsupportedMediaType([String])
    /// 429: try again after that time.
    case tooManyRequests(retryAfter: Duration)
    /// 503: try again after that time.
    case unavailable(retryAfter: Duration)
}
