import Foundation
import HTTPTypes
import Hummingbird
import KohortCore
import KohortTesting
import NIOCore
import Testing

@testable import KohortSite

@Suite struct `A form that is refused for its age` {
    private static let path = "/norra-norrland/staff/matters"
    private static let long = String(repeating: "Line <b>of</b> a plan & more.\n", count: 400)

    private func pass(_ world: RoundSite, _ visitor: RoundSite.Visitor) async throws -> FormPass {
        let cookie = try await world.cookie(of: visitor)
        return try #require(
            try await FormPass(try world.site.front(isReady: { true }), tenant: world.tenant, cookie: cookie))
    }

    private func send(
        _ world: RoundSite, _ fields: [(String, String)], cookie: String, isMultipart: Bool = false
    ) async throws -> TestResponse {
        var headers: HTTPFields = [
            .origin: "http://127.0.0.1:8080", .acceptLanguage: "en", .cookie: cookie,
            .referer: "http://127.0.0.1:8080/norra-norrland/staff/matters",
        ]
        headers[.contentType] = isMultipart ? "multipart/form-data; boundary=xx" : "application/x-www-form-urlencoded"
        func part(_ name: String, _ value: String) -> String {
            let file = name == "file" ? "; filename=\"a.pdf\"" : ""
            return "--xx\r\nContent-Disposition: form-data; name=\"\(name)\"\(file)\r\n\r\n\(value)\r\n"
        }
        func escaped(_ text: String) -> String {
            text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        }
        let body =
            isMultipart
            ? fields.map { part($0.0, $0.1) }.joined() + "--xx--\r\n"
            : fields.map { "\($0.0)=\(escaped($0.1))" }.joined(separator: "&")
        let sent = headers
        return try await TestClient(world.site.front(isReady: { true })).execute(
            uri: Self.path, method: .post, headers: sent, body: ByteBuffer(string: body))
    }

    @Test(arguments: [false, true])
    func `gives back all that was typed, in full and escaped, where the cookie is gone`(
        _ isMultipart: Bool
    ) async throws {
        let world = try await RoundSite()
        let lead = try await pass(world, .lead)
        let browser = try #require(lead.cookie.split(separator: "; ").last.map { String($0) })
        let fields = [("form_token", lead.token), ("title", "A canary"), ("goals", Self.long)]
        let refused = try await send(world, fields, cookie: browser, isMultipart: isMultipart)
        #expect(refused.status == .forbidden)
        #expect(refused.text.contains("What you had written") && refused.text.contains("<dd>A canary</dd>"))
        let text = Self.long.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
        #expect(refused.text.contains("<dt>Learning goals</dt><dd>\(text)</dd>"))
        #expect(!refused.text.contains("<b>of</b>") && !refused.text.contains(lead.token))
        #expect(refused.text.contains("href=\"/norra-norrland/sign-in?back=1\" target=\"_blank\""))
        let taken = try await send(
            world, [("form_token", lead.token), ("kind", "legal"), ("title", "A canary")], cookie: lead.cookie)
        #expect(taken.status == .seeOther)
    }

    @Test(arguments: [
        ("en", "You have been signed out"), ("nb", "Du er blitt logget ut"), ("sv", "Du har blivit utloggad"),
    ])
    func `gives it back where the sign-in is over, in the reader's language`(
        _ language: String, _ title: String
    ) async throws {
        let world = try await RoundSite()
        let lead = try await pass(world, .lead)
        world.move(to: "2026-11-20T10:00:00Z")
        let chosen = "\(lead.cookie); kohort_language=\(language)"
        let over = try await send(world, [("form_token", lead.token), ("title", "A canary")], cookie: chosen)
        #expect(over.status == .unauthorized)
        #expect(over.text.contains("<h1>\(title)</h1>") && over.text.contains("<dd>A canary</dd>"))
    }

    @Test func `gives back nothing secret, and nothing that nobody typed`() async throws {
        let world = try await RoundSite()
        let lead = try await pass(world, .lead)
        let secrets = [
            "password", "current", "code", "new_password", "token", "client_secret", "once", "key", "sealed",
        ].map { ($0, "hidden-\($0)") }
        let made = [("trainee", "0199a3c4-0000-7000-8000-0000000000aa"), ("empty", "  ")]
        let refused = try await send(world, secrets + made + [("note", "Seen")], cookie: lead.cookie)
        #expect(refused.status == .forbidden)
        #expect(refused.text.matches(of: /<dd>/).count == 1)
        #expect(refused.text.contains("<dd>Seen</dd>") && !refused.text.contains("hidden-"))
        let none = try await send(world, secrets, cookie: lead.cookie)
        #expect(none.text.contains("reload the page and send the form again") && !none.text.contains("<dd>"))
    }

    @Test func `gives back no more than a page bears, and what comes before the first file`() async throws {
        let world = try await RoundSite()
        let lead = try await pass(world, .lead)
        let large = (0..<6).map { ("text", String(repeating: "\($0)x ", count: 20_000)) }
        let cut = try await send(world, large, cookie: lead.cookie)
        #expect(cut.status == .forbidden)
        #expect(cut.text.matches(of: /<dd>/).count == 4)
        #expect(cut.text.contains("The rest was too long"))
        let fields = [("text", "before"), ("file", "%PDF"), ("note", "after")]
        let files = try await send(world, fields, cookie: lead.cookie, isMultipart: true)
        #expect(files.text.contains("<dd>before</dd>") && !files.text.contains("after</dd>"))
        #expect(!files.text.contains("%PDF"))
    }
}
