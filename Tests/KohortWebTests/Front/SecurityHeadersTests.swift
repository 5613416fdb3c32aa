import HTTPTypes
import Hummingbird
import KohortCore
import KohortTesting
import KohortWeb
import NIOCore
import Testing

struct SecurityHeadersTests {
    private struct Unknown: Error {}

    /// Path, method and the status it leads to.
    private static let cases: [(path: String, method: HTTPRequest.Method, status: Int)] = [
        ("/200", .get, 200), ("/200", .head, 200), ("/303", .get, 303), ("/304", .get, 304), ("/400", .get, 400),
        ("/401", .get, 401), ("/403", .get, 403), ("/nowhere", .get, 404), ("/200", .trace, 405), ("/409", .get, 409),
        ("/410", .get, 410), ("/415", .get, 415), ("/422", .get, 422), ("/429", .get, 429),
        ("/500", .get, 500), ("/503", .get, 503),
        ("/413", .post, 413),
    ]

    private static func routes(for audience: Route.Audience) -> [Route] {
        let errors: [(String, any Error)] = [
            ("/400", WebProblem.badRequest("form.malformed")), ("/401", WebProblem.unauthorised),
            ("/403", Rejection.forbidden), ("/409", Rejection.conflict("offer.no_place_left")),
            ("/410", Rejection.gone),
            ("/415", WebProblem.unsupportedMediaType(["application/json"])),
            ("/422", Rejection.invalid("name", "text.required")),
            ("/429", WebProblem.tooManyRequests(retryAfter: .seconds(3))), ("/500", Unknown()),
            ("/503", WebProblem.unavailable(retryAfter: .milliseconds(1500))),
        ]
        return errors.map { path, error in Route(.get, path, .plumbing, for: audience) { _, _ in throw error } } + [
            Route(.get, "/200", .plumbing, for: audience) { _, _ in Response(status: .ok) },
            Route(.get, "/303", .plumbing, for: audience) { _, _ in .redirect(to: "/200") },
            Route(.get, "/304", .plumbing, for: audience) { _, _ in Response(status: .notModified) },
            Route(.post, "/413", .plumbing, for: audience) { request, context in
                _ = try await request.bytes(context, limit: 10)
                return Response(status: .ok)
            },
        ]
    }

    private func expectHeaders(
        _ ask: (_ path: String, HTTPRequest.Method, _ body: String) async throws -> TestResponse
    ) async throws {
        for (path, method, status) in Self.cases {
            let answer = try await ask(path, method, method == .post ? "more than ten bytes" : "")
            #expect(answer.status.code == status, "\(method) \(path)")
            #expect(Self.security(of: answer.headers) == Self.expected, "\(method) \(path)")
        }
    }

    @Test(arguments: [Route.Audience.page, .api])
    func `every answer bears them, whatever its status`(audience: Route.Audience) async throws {
        let client = TestClient(try front(Self.routes(for: audience)))
        try await expectHeaders { path, method, body in
            try await client.execute(uri: path, method: method, body: ByteBuffer(string: body))
        }
    }

    @Test(arguments: [Route.Audience.page, .api])
    func `and so on a real connection`(audience: Route.Audience) async throws {
        try await whileListening(Application(responder: try front(Self.routes(for: audience)))) { port in
            try await expectHeaders { path, method, body in
                try await RawConnection.answer(port: port, uri: path, method: method, body: body)
            }
        }
    }

    @Test func `an installation without TLS promises none`() async throws {
        let route = Route(.get, "/page", .plumbing, for: .page) { _, _ in Response(status: .ok) }
        let front = Front(try RouteTable([route]), isSecure: false)
        let answer = try await serve(front) { try await $0.execute(uri: "/page", method: .get) }
        #expect(answer.headers[.strictTransportSecurity] == nil)
        #expect(answer.headers[.xContentTypeOptions] == "nosniff")
    }

    @Test func `a handler's own policy and cache rule stay`() async throws {
        let headers: HTTPFields = [.contentSecurityPolicy: "sandbox", .cacheControl: "public, max-age=60"]
        let route = Route(.get, "/file", .plumbing, for: .page) { _, _ in Response(status: .ok, headers: headers) }
        let answer = try await serve(try front([route])) { try await $0.execute(uri: "/file", method: .get) }
        #expect(answer.headers[.contentSecurityPolicy] == "sandbox")
        #expect(answer.headers[.cacheControl] == "public, max-age=60")
        #expect(answer.headers[.xContentTypeOptions] == "nosniff")
    }

    private static let expected = [
        "max-age=31536000; includeSubDomains", "nosniff", "same-origin", "same-origin",
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
            + "base-uri 'none'; object-src 'none'; frame-ancestors 'none'", "no-store",
    ]

    private static func security(of headers: HTTPFields) -> [String?] {
        [
            headers[.strictTransportSecurity], headers[.xContentTypeOptions],
            headers[HTTPField.Name("Referrer-Policy")!], headers[HTTPField.Name("Cross-Origin-Opener-Policy")!],
            headers[.contentSecurityPolicy], headers[.cacheControl],
        ]
    }
}
