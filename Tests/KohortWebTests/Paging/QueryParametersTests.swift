import Hummingbird
import KohortWeb
import Testing

struct QueryTests {
    private func query(_ text: String, repeating: Set<String> = []) async throws -> QueryParameters {
        try await inRequest("/here" + text, method: .get) { request, _ in
            try QueryParameters(request, repeating: repeating)
        }
    }

    @Test func `values are decoded, and an absent key is nil`() async throws {
        let query = try await query("?round=2011&place=%C3%96rnsk%C3%B6ldsvik+s&empty=")
        #expect(query["place"] == "Örnsköldsvik s")
        #expect(query["empty"] == "")
        #expect(query["none"] == nil)
    }

    @Test func `no query is an empty one`() async throws {
        #expect(try await query("") == query("?"))
    }

    @Test func `a key given twice is refused unless it may repeat`() async throws {
        await #expect(throws: WebProblem.badRequest("query.duplicate")) { try await query("?a=1&b=2&a=1") }
        await #expect(throws: WebProblem.badRequest("query.duplicate")) { try await query("?a=1&%61=2") }
        #expect(try await query("?a=1&a=2", repeating: ["a"]).list("a") == ["1", "2"])
    }

    @Test(arguments: ["?a=%", "?a=%FF", "?%=1"]) func `a broken escape is refused`(text: String) async throws {
        await #expect(throws: WebProblem.badRequest("query.encoding")) { try await query(text) }
    }

    @Test func `a hundred pairs are read and one more is not`() async throws {
        let pairs = (1...101).map { "k\($0)=v" }
        #expect(try await query("?" + pairs.dropLast().joined(separator: "&"))["k100"] == "v")
        await #expect(throws: WebProblem.badRequest("query.too_long")) {
            try await query("?" + pairs.joined(separator: "&"))
        }
    }
}
