import KohortCore

/// `application/x-www-form-urlencoded` (WHATWG URL, 5.1), read strictly.
enum URLEncoding {
    /// The pairs in their order. Throws `badRequest("form.encoding")` for a broken escape or text that is not UTF-8, and
    /// `badRequest("form.too_many_fields")`.
    static func pairs(
        _ bytes: some Collection<UInt8>, limit: Int
    ) throws(WebProblem) -> [(name: String, value: String)] {
        var pairs: [(name: String, value: String)] = []
        for item in bytes.split(separator: UInt8(ascii: "&")) {
            guard pairs.count < limit else { throw .badRequest("form.too_many_fields") }
            let halves = item.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = text(halves[0]), let value = halves.count == 2 ? text(halves[1]) : "" else {
                throw .badRequest("form.encoding")
            }
            pairs.append((name, value))
        }
        return pairs
    }

    private static func text(_ bytes: some Collection<UInt8>) -> String? {
        PercentEncoding.decoded(bytes.map { $0 == UInt8(ascii: "+") ? UInt8(ascii: " ") : $0 })
    }
}
