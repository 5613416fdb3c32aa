import Hummingbird

/// The query of an address, read strictly: proper escapes, UTF-8, and each key once unless it may repeat.
package struct QueryParameters: Hashable, Sendable {
    private let form: Form

    /// Throws `badRequest`: `query.encoding`, `query.too_long` (100 pairs) or `query.duplicate`.
    package init(_ request: Request, repeating: Set<String> = []) throws(WebProblem) {
        try self.init(request.uri.query ?? "", repeating: repeating)
    }

    init(_ text: String, repeating: Set<String> = []) throws(WebProblem) {
        var form = Form()
        for (name, value) in try Self.pairs(text) {
            if form.has(name), !repeating.contains(name) { throw .badRequest("query.duplicate") }
            form.add(value, to: name)
        }
        self.form = form
    }

    /// The value of a key; nil when it is absent.
    package subscript(_ name: String) -> String? { form.list(name).first }

    /// The values of a key that may repeat.
    package func list(_ name: String) -> [String] { form.list(name) }

    /// The keys that occur.
    package var names: Set<String> { form.names }

    private static func pairs(_ text: String) throws(WebProblem) -> [(name: String, value: String)] {
        do { return try URLEncoding.pairs(text.utf8, limit: 100) } catch .badRequest("form.encoding") {
            throw .badRequest("query.encoding")
        } catch { throw .badRequest("query.too_long") }
    }
}
