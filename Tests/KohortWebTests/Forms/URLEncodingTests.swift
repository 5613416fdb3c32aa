import KohortCore
import Testing

@testable import KohortWeb

struct URLEncodingTests {
    private func pairs(_ text: String, limit: Int = 10) throws -> [String] {
        try URLEncoding.pairs(Array(text.utf8), limit: limit).map { "\($0.name)|\($0.value)" }
    }

    @Test(arguments: [
        ("", []), ("a=1&b=2", ["a|1", "b|2"]), ("a=1&a=2", ["a|1", "a|2"]), ("a", ["a|"]), ("a=", ["a|"]),
        ("=1", ["|1"]),
        ("&&a=1&", ["a|1"]), ("name=%C3%85se+%2B", ["name|Åse +"]), ("a=b=c", ["a|b=c"]), ("a=%0D%0A", ["a|\r\n"]),
        ("a=å", ["a|å"]),
    ])
    func `pairs are read in their order`(text: String, expected: [String]) throws {
        #expect(try pairs(text) == expected)
    }

    @Test(arguments: ["a=%", "a=%4", "a=%4x", "a=%%41", "%zz=1", "a=%C3", "a=%ED%A0%80", "a=%FF", "a=%C0%AF"])
    func `a broken escape and what is not UTF-8 are refused`(text: String) {
        #expect(throws: WebProblem.badRequest("form.encoding")) { try pairs(text) }
    }

    @Test func `more pairs than the limit are refused and as many are not`() throws {
        #expect(try pairs("a&b&c", limit: 3).count == 3)
        #expect(throws: WebProblem.badRequest("form.too_many_fields")) { try pairs("a&b&c&d", limit: 3) }
    }

    @Test(arguments: ["", "plain", "a b/ö%\"\r\n\u{301}", "😀"])
    func `what is encoded decodes to the same bytes`(text: String) {
        let encoded = PercentEncoding.encoded(text, keeping: PercentEncoding.isUnreserved)
        #expect(PercentEncoding.decoded(encoded.utf8).map { Array($0.utf8) } == Array(text.utf8))
        #expect(encoded.utf8.allSatisfy { PercentEncoding.isUnreserved($0) || $0 == UInt8(ascii: "%") })
    }
}
