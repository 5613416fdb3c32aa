import HTTPTypes
import Hummingbird
import KohortTesting
import KohortWeb
import NIOCore
import Testing

@testable import KohortSite

/// What changes something is asked from our own pages alone, over the route table.
struct FormWallTests {
    private static let site = "http://127.0.0.1:8080"
    private static let fetchSite = HTTPField.Name("Sec-Fetch-Site")!

    private static func path(_ pattern: String) -> String {
        pattern.split(separator: "/").map { $0.hasPrefix("{") ? "some" : String($0) }.reduce("") { "\($0)/\($1)" }
    }

    /// What another site can make a browser send.
    private static let foreign: [(String, HTTPFields)] = [
        ("no word of where it comes from", [:]),
        ("another site", [.origin: "https://elsewhere.example"]),
        ("a sandbox", [.origin: "null"]),
        ("a subdomain beside ours", [.origin: "http://other.127.0.0.1:8080"]),
        ("another port", [.origin: "http://127.0.0.1:8081"]),
        ("another scheme", [.origin: "https://127.0.0.1:8080"]),
        ("the same site, not the same origin", [.origin: site, fetchSite: "same-site"]),
        ("another method in a header", [HTTPField.Name("X-HTTP-Method-Override")!: "GET"]),
    ]

    private static func status(
        _ client: TestClient, _ route: Route, _ headers: HTTPFields = [:], query: String = ""
    ) async throws -> Int {
        var headers = headers
        let isForm = route.method != .get
        if isForm { headers[.contentType] = "application/x-www-form-urlencoded" }
        let answer = try await client.execute(
            uri: path(route.pattern) + query, method: route.method, headers: headers,
            body: isForm ? ByteBuffer(string: "") : nil)
        return Int(answer.status.code)
    }

    @Test func `every form is taken from our own pages alone`() async throws {
        let world = try await RoundSite()
        let front = try world.site.front(isReady: { true })
        let forms = front.table.routes.filter { $0.method != .get && $0.audience == .page }
        #expect(forms.count > 80)
        let client = TestClient(front)
        for route in forms {
            for (what, headers) in Self.foreign {
                let refused = try await Self.status(client, route, headers)
                #expect(refused == 403, "\(route.pattern): \(what)")
            }
            let overriding = try await Self.status(client, route, query: "?_method=GET")
            #expect(overriding == 403, "\(route.pattern)")
            for headers: HTTPFields in [
                [.origin: Self.site], [.origin: Self.site, Self.fetchSite: "same-origin"],
            ] {
                let taken = try await Self.status(client, route, headers)
                #expect(taken != 403, "\(route.pattern): our own page")
            }
        }
    }

    @Test func `a query that says a thing twice is refused by every page and endpoint`() async throws {
        let world = try await RoundSite()
        let front = try world.site.front(isReady: { true })
        let client = TestClient(front)
        for route in front.table.routes where route.method == .get {
            for query in ["?q=1&q=2", "?q=%zz"] {
                let refused = try await Self.status(client, route, query: query)
                #expect(refused == 400, "\(route.pattern)\(query)")
            }
            let asked = try await Self.status(client, route)
            #expect(asked != 400, "\(route.pattern)")
        }
    }
}
