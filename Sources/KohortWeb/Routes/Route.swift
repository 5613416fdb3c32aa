import HTTPTypes
import Hummingbird

/// Answers one request; whatever it throws becomes a problem document or an error page.
package typealias Handler = @Sendable (Request, KohortContext) async throws -> Response

/// One line of the route table.
package struct Route: Sendable {
    /// What the request enters the application by, so that a test can hold the table against the rights.
    package enum Entry: Hashable, Sendable {
        case command(String)
        case query(String)
        /// Neither reads nor writes a tenant: health, assets, a redirect.
        case plumbing
    }

    /// Who reads the answer, errors included: a person a page, a system JSON.
    package enum Audience: Hashable, Sendable { case page, api }

    package let method: HTTPRequest.Method
    /// Segments that are literal or a `{name}`: `/{tenant}/vacancies/{demand}`. A trailing slash means nothing.
    package let pattern: String
    package let entry: Entry
    package let audience: Audience
    package let handler: Handler
    /// Whether each request by it leaves a line in the log: all that change something, and what carries data away.
    package let isNoted: Bool
    let segments: [RouteSegment]
    /// The names of what the pattern captures, in its order.
    let captures: [Substring]
    /// The keys of its query that may stand more than once; no other one may.
    package let repeating: Set<String>

    package init(
        _ method: HTTPRequest.Method, _ pattern: String, _ entry: Entry, for audience: Audience,
        isExport: Bool = false, repeating: Set<String> = [], _ handler: @escaping Handler
    ) {
        (self.method, self.pattern, self.entry, self.audience) = (method, pattern, entry, audience)
        (self.handler, self.repeating) = (handler, repeating)
        if case .command = entry { isNoted = true } else { isNoted = isExport }
        segments = RouteSegment.split(pattern).map(RouteSegment.init)
        captures = segments.compactMap { if case .capture(let name) = $0 { name } else { nil } }
    }
}

enum RouteSegment: Hashable, Sendable {
    case literal(Substring)
    case capture(Substring)

    init(_ text: Substring) {
        let isCapture = text.utf8.first == UInt8(ascii: "{") && text.utf8.last == UInt8(ascii: "}")
        self = isCapture ? .capture(text.dropFirst().dropLast()) : .literal(text)
    }

    /// The segments between slashes, without the empty one after a last slash.
    static func split(_ path: String) -> [Substring] {
        let segments = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        return segments.last == "" ? segments.dropLast() : Array(segments)
    }
}
