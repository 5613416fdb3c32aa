import HTTPTypes
import KohortCore

/// An error as it leaves: RFC 9457's members, and what a page needs to say the same.
package struct Problem: Sendable {
    package let status: HTTPResponse.Status
    /// Stable; a client may act on it and a text catalogue translates it.
    package let code: String
    /// A short English sentence for the status.
    package var title: String { Self.titles[status.code] ?? status.reasonPhrase }
    package var detail: String?
    package var fields: [FieldProblem] = []
    package var deadline: Deadline?
    package var retryAfter: Duration?
    package var headers: HTTPFields = [:]
    /// The texts of a form that nobody has taken, which its page gives back to who sent it.
    package var sent: [SentText] = []

    package init(_ status: HTTPResponse.Status, _ code: String) { (self.status, self.code) = (status, code) }

    private static let titles: [Int: String] = [
        400: "The request cannot be read", 401: "Not signed in", 403: "Not allowed", 404: "There is no such thing here",
        405: "This method is not allowed here", 408: "The request took too long",
        409: "The request does not fit the present state", 410: "It is no longer here", 413: "The request is too large",
        415: "This kind of content is not accepted", 422: "Some fields must be mended", 429: "Too many requests",
        500: "Something went wrong on our side", 503: "Not available at the moment",
    ]
}
