import HTTPTypes
import Hummingbird
import KohortTesting
import KohortWeb
import NIOCore
import Testing

struct EntityTagTests {
    private func answer(
        _ method: HTTPRequest.Method, _ ifNoneMatch: String?
    ) async throws -> (status: Int, text: String, tag: String?, cache: String?) {
        let route = Route(method, "/feed", .query("Feed"), for: .api) { request, _ in
            .json(tagged: EntityTag("v17"), for: request, headers: [.cacheControl: "public, max-age=5"]) { $0.value(1) }
        }
        let headers: HTTPFields = ifNoneMatch.map { [.ifNoneMatch: $0] } ?? [:]
        let answer = try await serve(try front([route])) {
            try await $0.execute(uri: "/feed", method: method, headers: headers)
        }
        return (answer.status.code, answer.text, answer.headers[.eTag], answer.headers[.cacheControl])
    }

    @Test(arguments: ["\"v17\"", "W/\"v17\"", "\"v1\", \"v17\"", "*"])
    func `a reader who has it gets 304 and no body`(held: String) async throws {
        let answer = try await answer(.get, held)
        #expect(answer == (304, "", "\"v17\"", "public, max-age=5"))
    }

    @Test(arguments: [nil, "", "\"v1\"", "v17", "\"v17", "\"v17 \""])
    func `a reader who has not gets it`(held: String?) async throws {
        let answer = try await answer(.get, held)
        #expect(answer == (200, "1", "\"v17\"", "public, max-age=5"))
    }

    @Test func `a change is made whatever the reader has`() async throws {
        #expect(try await answer(.post, "\"v17\"").status == 200)
    }

    @Test func `unless told otherwise only the reader keeps it and asks again`() async throws {
        let response = try await inRequest(method: .get) { request, _ in
            await EntityTag("a\"b\r\n").answer(request) {
                await Task.yield()
                return Response(status: .ok)
            }
        }
        #expect(response.headers[.cacheControl] == "private, no-cache")
        #expect(response.headers[.eTag] == "\"a%22b%0D%0A\"")
    }
}
