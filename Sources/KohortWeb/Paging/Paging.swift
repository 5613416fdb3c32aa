import HTTPTypes
import Hummingbird
import KohortCore

/// Which page of a list is asked for, by `?cursor=…&limit=…`.
package struct Paging: Hashable, Sendable {
    package static let usualLimit = 50
    package static let highestLimit = 200

    package let cursor: Cursor?
    /// Rows: 50 unless asked otherwise; a wish for more than 200 gets 200.
    package let limit: Int

    /// Throws `badRequest`: `page.cursor`, or `page.limit` for what is not a positive number.
    package init(_ query: QueryParameters) throws(WebProblem) {
        limit = min(try Self.limit(query["limit"]), Self.highestLimit)
        cursor = try query["cursor"].map { text throws(WebProblem) in
            guard let cursor = Cursor(text) else { throw .badRequest("page.cursor") }
            return cursor
        }
    }

    private static func limit(_ text: String?) throws(WebProblem) -> Int {
        guard let text else { return usualLimit }
        guard text.utf8.allSatisfy(\.isDigit), let limit = Int(text), limit > 0 else { throw .badRequest("page.limit") }
        return limit
    }

    /// The address of the page after `cursor`: that of this one with another cursor, all else kept.
    package func next(_ cursor: Cursor, after request: Request) -> String {
        let kept = (request.uri.query ?? "").split(separator: "&").filter { !$0.hasPrefix("cursor=") }
        return request.uri.path + "?" + (kept + ["cursor=\(cursor.text)"]).joined(separator: "&")
    }

    /// A `Link` header value (RFC 8288) for that address.
    package func link(_ cursor: Cursor, after request: Request) -> String {
        "<\(next(cursor, after: request))>; rel=\"next\""
    }
}

extension HTTPField.Name {
    /// RFC 8288.
    package static let link = HTTPField.Name("Link")!
}
