import HTTPTypes
import Hummingbird
import KohortCore
import KohortTesting
import NIOCore
import Testing

@testable import KohortWeb

struct RouteTableTests {
    private func route(_ method: HTTPRequest.Method, _ pattern: String, for audience: Route.Audience = .page) -> Route {
        Route(method, pattern, .plumbing, for: audience) { _, context in
            let captured = ["tenant", "demand"].compactMap { context.parameters.get($0) }
            return .html(ByteBuffer(string: ([method.rawValue, pattern] + captured).joined(separator: " ")))
        }
    }

    private func answer(
        _ routes: [Route], _ method: HTTPRequest.Method, _ path: String
    ) async throws -> (status: Int, text: String, allow: String?) {
        let answer = try await serve(try front(routes)) { try await $0.execute(uri: path, method: method) }
        return (answer.status.code, answer.text, answer.headers[.allow])
    }

    @Test(arguments: [
        ("/ks/vacancies/17", "GET /{tenant}/vacancies/{demand} ks 17"),
        ("/ks/vacancies/17/", "GET /{tenant}/vacancies/{demand} ks 17"),
        ("/ks/vacancies/17?cursor=x/y", "GET /{tenant}/vacancies/{demand} ks 17"),
        ("/ks/vacancies/new", "GET /{tenant}/vacancies/new ks"), ("/ks/", "GET /{tenant}/ ks"),
        ("/ks", "GET /{tenant}/ ks"),
        ("/livez", "GET /livez"), ("/", "GET /"),
        ("/ks/vacancies/%2e%2e", "GET /{tenant}/vacancies/{demand} ks %2e%2e"),
    ])
    func `a path finds its route and captures`(path: String, expected: String) async throws {
        let patterns = ["/", "/{tenant}/", "/{tenant}/vacancies/{demand}", "/{tenant}/vacancies/new", "/livez"]
        let answer = try await answer(patterns.map { route(.get, $0) }, .get, path)
        #expect(answer.text == expected)
    }

    @Test(arguments: ["/ks/vacancies", "/ks//17", "//vacancies/17", "/ks/vacancies/17/cv", "/ks/vacancies//"])
    func `a path of another shape leads nowhere`(path: String) async throws {
        let answer = try await answer([route(.get, "/{tenant}/vacancies/{demand}")], .get, path)
        #expect(answer.status == 404)
    }

    @Test func `a literal that leads nowhere gives way to a capture`() async throws {
        let routes = [route(.get, "/ks/a"), route(.get, "/{tenant}/b")]
        #expect(try await answer(routes, .get, "/ks/b").text == "GET /{tenant}/b ks")
    }

    @Test(arguments: [HTTPRequest.Method.trace, .put, .options, .delete, HTTPRequest.Method("PROPFIND")!])
    func `a known path refuses another method and says which it has`(method: HTTPRequest.Method) async throws {
        let routes = [route(.get, "/{tenant}/rounds"), route(.post, "/{tenant}/rounds")]
        let answer = try await answer(routes, method, "/ks/rounds")
        #expect(answer.status == 405)
        #expect(answer.allow == "GET, HEAD, POST")
    }

    @Test func `a path without GET has no HEAD`() async throws {
        let answer = try await answer([route(.post, "/{tenant}/rounds")], .head, "/ks/rounds")
        #expect(answer.status == 405)
        #expect(answer.allow == "POST")
    }

    @Test func `a method of the same path is not taken from a header`() async throws {
        let routes = [route(.get, "/{tenant}/rounds"), route(.delete, "/{tenant}/rounds")]
        let text = try await serve(try front(routes)) { client in
            let headers: HTTPFields = [HTTPField.Name("X-HTTP-Method-Override")!: "DELETE"]
            return try await client.execute(uri: "/ks/rounds", method: .get, headers: headers).text
        }
        #expect(text.hasPrefix("GET"))
    }

    @Test func `two routes of one method and shape are refused`() {
        #expect(throws: RouteClash(method: "GET", patterns: ["/{tenant}/a", "/{slug}/a/"])) {
            try RouteTable([route(.get, "/{tenant}/a"), route(.get, "/{slug}/a/")])
        }
    }

    @Test func `the table shows its routes`() throws {
        let command = Route(.post, "/{tenant}/api/v1/rounds", .command("OpenRound"), for: .api) { _, _ in
            Response(status: .ok)
        }
        let table = try RouteTable([command, route(.get, "/{tenant}/rounds")])
        #expect(table.routes.map(\.pattern) == ["/{tenant}/api/v1/rounds", "/{tenant}/rounds"])
        #expect(table.routes.map(\.entry) == [.command("OpenRound"), .plumbing])
        #expect(table.routes.map(\.audience) == [.api, .page])
    }
}
