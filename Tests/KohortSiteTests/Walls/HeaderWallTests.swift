import Foundation
import HTTPTypes
import KohortApp
import KohortCore
import KohortTesting
import KohortWeb
import NIOCore
import Testing

@testable import KohortSite

/// What every answer of the installation bears, over the route table as it stands.
struct HeaderWallTests {
    private struct Fault: Error {}

    /// An installation behind TLS with one tenant, and a line that fails.
    private static func front(_ ground: TestGround, baseURL: String = "https://kohort.example") async throws -> Front {
        var settings = try await ground.settings()
        (settings.baseURL, settings.limitFactor, settings.plainHTTP) = (baseURL, 1, true)
        // A clock that stands, since what was taken of a limit comes back with time.
        let noon = Instant.at("2026-11-20T12:00:00Z")
        let site = try Site(try await Kohort.open(settings, clock: WallClock { noon }))
        let fault = Route(.get, "/fault", .plumbing, for: .page) { _, _ in throw Fault() }
        return try site.front(isReady: { true }, more: [fault])
    }

    private static let expected = [
        "max-age=31536000; includeSubDomains", "nosniff", "same-origin", "same-origin", SecurityHeaders.contentPolicy,
    ]

    private static func security(of answer: TestResponse) -> [String?] {
        [
            answer.headers[.strictTransportSecurity], answer.headers[.xContentTypeOptions],
            answer.headers[HTTPField.Name("Referrer-Policy")!],
            answer.headers[HTTPField.Name("Cross-Origin-Opener-Policy")!], answer.headers[.contentSecurityPolicy],
        ]
    }

    /// Any path of that pattern.
    private static func path(_ pattern: String) -> String {
        pattern.split(separator: "/").map { $0.hasPrefix("{") ? "some" : String($0) }.reduce("") { "\($0)/\($1)" }
    }

    @Test func `a known path tells a wrong method what it has, and TRACE is nobody's`() async throws {
        let ground = try TestGround()
        let front = try await Self.front(ground)
        let methods = Dictionary(grouping: front.table.routes, by: \.pattern)
        defer { withExtendedLifetime(ground) {} }
        let client = TestClient(front)
        for (pattern, routes) in methods where routes.allSatisfy({ !$0.pattern.hasSuffix("{key}") }) {
            let path = Self.path(pattern)
            for method in [HTTPRequest.Method.trace, .delete, .put, .patch, .options] {
                let answer = try await client.execute(uri: path, method: method)
                #expect(answer.status == .methodNotAllowed, "\(method) \(pattern)")
                let allowed = Set((answer.headers[.allow] ?? "").split(separator: ", ").map(String.init))
                let own = Set(routes.map(\.method.rawValue))
                #expect(allowed.isSuperset(of: own), "\(method) \(pattern): \(allowed)")
                #expect(allowed.isDisjoint(with: ["TRACE", "DELETE", "PUT", "PATCH"]), "\(pattern)")
                #expect(Self.security(of: answer) == Self.expected, "\(method) \(pattern)")
            }
        }
    }

    @Test func `200, 404, 413, 429, 500 and files of ours all bear them, and no body of personal data is kept`()
        async throws
    {
        let ground = try TestGround()
        let front = try await Self.front(ground)
        let file = try #require(front.table.routes.first { $0.pattern.hasPrefix("/static/") })
        #expect(file.method == .get)
        defer { withExtendedLifetime(ground) {} }
        let client = TestClient(front)
        func see(_ path: String, _ method: HTTPRequest.Method = .get) async throws -> TestResponse {
            let origin: HTTPFields = [
                .origin: "https://kohort.example", .contentType: "application/x-www-form-urlencoded",
            ]
            let answer = try await client.execute(uri: path, method: method, headers: origin)
            #expect(Self.security(of: answer) == Self.expected, "\(path) \(answer.status)")
            return answer
        }
        #expect(try await see("/livez").status == .ok)
        #expect(try await see("/nowhere").status == .notFound)
        #expect(try await see("/nowhere/staff").status == .notFound)
        #expect(try await see("/fault").status == .internalServerError)
        #expect(try await see("/static/0000000000000000/site.css").status == .ok)
        #expect(try await see("/static/0000000000000000/none.css").status == .notFound)
        for _ in 1...30 { _ = try await see("/nowhere/verification") }
        #expect(try await see("/nowhere/verification").status == .tooManyRequests)
    }

    @Test func `without TLS nothing is promised of it`() async throws {
        let ground = try TestGround()
        defer { withExtendedLifetime(ground) {} }
        let front = try await Self.front(ground, baseURL: "http://127.0.0.1:8080")
        let answer = try await TestClient(front).execute(uri: "/livez", method: .get)
        #expect(answer.headers[.strictTransportSecurity] == nil)
        #expect(answer.headers[.xContentTypeOptions] == "nosniff")
    }

    @Test func `the listener takes headers of the usual size and refuses larger ones`() async throws {
        let site = try await RoundSite().site
        try await whileListening(try site.listener(isReady: { true }, port: 0)) { port in
            func status(_ length: Int) async throws -> Int {
                let headers: HTTPFields = [HTTPField.Name("X-Long")!: String(repeating: "x", count: length)]
                return try await RawConnection.answer(port: port, uri: "/livez", method: .get, headers: headers).status
                    .code
            }
            let (usual, long) = (try await status(1000), try await status(20_000))
            #expect(usual == 200 && long / 100 == 4)
        }
    }
}
