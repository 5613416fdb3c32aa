import Hummingbird
import KohortWeb
import Testing

struct PagingTests {
    private func paging(_ query: String) async throws -> Paging {
        try await inRequest("/here" + query, method: .get) { request, _ in try Paging(QueryParameters(request)) }
    }

    @Test(arguments: [("", 50), ("?limit=1", 1), ("?limit=200", 200), ("?limit=201", 200), ("?limit=99999999", 200)])
    func `the limit is 50 unless asked otherwise and never above 200`(query: String, limit: Int) async throws {
        #expect(try await paging(query).limit == limit)
    }

    @Test(arguments: ["0", "-1", "+5", "1.5", "many", "", "99999999999999999999", "%D9%A1"])
    func `a limit that is no positive number is refused`(limit: String) async throws {
        await #expect(throws: WebProblem.badRequest("page.limit")) { try await paging("?limit=\(limit)") }
    }

    @Test(arguments: [["a"], ["Åse \"\r\n", "", "17"], ["?>?>~~"]])
    func `a cursor reads back the key it was made of`(key: [String]) async throws {
        let text = Cursor(key).text
        #expect(text.wholeMatch(of: /[A-Za-z0-9_-]+/) != nil)
        #expect(try await paging("?cursor=\(text)").cursor == Cursor(key))
    }

    @Test(arguments: ["", "x", "####", "WzFd", "W10", "e30", "WyJhIl0=", String(repeating: "A", count: 1001)])
    func `a cursor of no page is refused`(text: String) async throws {
        await #expect(throws: WebProblem.badRequest("page.cursor")) { try await paging("?cursor=\(text)") }
    }

    @Test func `the next page's address keeps everything but the cursor`() async throws {
        let cursor = Cursor(["17"])
        let uri = "/here?field=it+drift&cursor=\(Cursor(["3"]).text)&limit=20"
        let link = try await inRequest(uri, method: .get) { request, _ in
            try Paging(QueryParameters(request)).link(cursor, after: request)
        }
        #expect(link == "</here?field=it+drift&limit=20&cursor=\(cursor.text)>; rel=\"next\"")
    }
}
