import HTTPTypes
import Hummingbird
import KohortCore

/// What tells one state of an answer from another (RFC 9110, 8.8.3): a strong tag.
package struct EntityTag: Hashable, Sendable, CustomStringConvertible {
    /// With its quotes, as the header has it.
    package let description: String

    /// `text` may hold letters, digits and `-._~`; any other byte is escaped.
    package init(_ text: String) {
        description = "\"" + PercentEncoding.encoded(text, keeping: PercentEncoding.isUnreserved) + "\""
    }

    /// Whether the reader has this state already, by `If-None-Match` with the weak comparison.
    package func isHeld(by request: Request) -> Bool {
        request.headers[values: .ifNoneMatch].flatMap { $0.split(separator: ",") }.contains { item in
            let tag = item.trimming(while: { $0 == " " })
            return tag == "*" || (tag.hasPrefix("W/") ? tag.dropFirst(2) : tag) == description
        }
    }

    /// The answer with this tag on, or 304 instead of making it when the reader of a GET or HEAD has it. Both bear
    /// `headers`; unless these say otherwise, the reader keeps the answer to itself and asks again each time.
    package func answer(
        _ request: Request, headers: HTTPFields = [:], _ make: () throws -> Response
    ) rethrows -> Response {
        tagged(spares(request) ? notModified : try make(), headers)
    }

    /// As `answer`, for what takes time to make.
    package func answer(
        _ request: Request, headers: HTTPFields = [:], _ make: () async throws -> Response
    ) async rethrows -> Response {
        tagged(spares(request) ? notModified : try await make(), headers)
    }

    private func spares(_ request: Request) -> Bool {
        (request.method == .get || request.method == .head) && isHeld(by: request)
    }

    private var notModified: Response {
        var response = Response(status: .notModified)
        response.headers[.contentLength] = nil
        return response
    }

    private func tagged(_ response: Response, _ headers: HTTPFields) -> Response {
        var response = response
        response.headers[.cacheControl] = "private, no-cache"
        for field in headers { response.headers[field.name] = field.value }
        response.headers[.eTag] = description
        return response
    }
}
