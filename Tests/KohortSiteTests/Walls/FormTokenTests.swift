import Foundation
import HTTPTypes
import Hummingbird
import KohortApp
import KohortCore
import KohortTesting
import KohortWeb
import NIOCore
import Tenancy
import Testing

@testable import KohortSite

/// A form is taken by the token of the page that it stood on, over the route table.
@Suite struct `A form shows the page that it stood on` {
    private static let origin = "http://127.0.0.1:8080"

    /// A form as somebody's browser sends it, with a token from anywhere.
    private func send(
        _ world: RoundSite, _ path: String, cookie: String?, token: String?, _ fields: String = "",
        isMultipart: Bool = false
    ) async throws -> TestResponse {
        var headers: HTTPFields = [.origin: Self.origin, .acceptLanguage: "en"]
        headers[.cookie] = cookie
        headers[.contentType] = isMultipart ? "multipart/form-data; boundary=xx" : "application/x-www-form-urlencoded"
        let field = FormToken.field
        let part = token.map { "--xx\r\nContent-Disposition: form-data; name=\"\(field)\"\r\n\r\n\($0)\r\n" } ?? ""
        let plain = [token.map { "\(field)=\($0)" }, fields.isEmpty ? nil : fields].compactMap(\.self)
        let body = isMultipart ? part + "--xx--\r\n" : plain.joined(separator: "&")
        let sent = headers
        return try await TestClient(world.site.front(isReady: { true })).execute(
            uri: path, method: .post, headers: sent, body: ByteBuffer(string: body))
    }

    private func pass(_ world: RoundSite, _ visitor: RoundSite.Visitor) async throws -> FormPass {
        let front = try world.site.front(isReady: { true })
        let cookie = try await world.cookie(of: visitor)
        return try #require(try await FormPass(front, tenant: world.tenant, cookie: cookie))
    }

    /// What another person is given in the browser of somebody, and what that browser is given at another consortium.
    private func beside(_ own: FormPass, _ world: RoundSite) async throws -> (person: String, consortium: String) {
        let front = try world.site.front(isReady: { true })
        let browser = try #require(own.cookie.split(separator: "; ").last)
        let other = try #require(try await world.cookie(of: .coordinator("umea")))
        let here = try #require(try await FormPass(front, tenant: world.tenant, cookie: "\(other); \(browser)"))
        try await world.define("romerike")
        let elsewhere = try #require(try await world.kohort.find(try Slug("romerike")))
        let secret = try #require(browser.split(separator: "=").last)
        let there = try #require(
            try await FormPass(front, tenant: "romerike", cookie: "kohort_browser_\(elsewhere.id)=\(secret)"))
        #expect(there.cookie == "kohort_browser_\(elsewhere.id)=\(secret)")
        return (here.token, there.token)
    }

    private func isRefused(_ answer: TestResponse) -> Bool {
        answer.status == .forbidden && answer.text.contains("This form is out of date")
    }

    /// Every form of the route table, at this consortium, with an id that nobody has.
    private func paths(_ world: RoundSite) throws -> [(path: String, isOnKeptPages: Bool)] {
        let front = try world.site.front(isReady: { true })
        let kept = ["/{tenant}/language", "/{tenant}/interest"]
        return front.table.routes.filter { $0.method != .get && $0.audience == .page }.map { route in
            let steps = route.pattern.split(separator: "/").map { step in
                step == "{tenant}" ? world.tenant : step.hasPrefix("{") ? "\(DemandID.new())" : String(step)
            }
            return ("/" + steps.joined(separator: "/"), kept.contains(route.pattern))
        }
    }

    @Test(arguments: [false, true])
    func `every route that takes one refuses none, another's, another browser's and another consortium's token`(
        isMultipart: Bool
    ) async throws {
        let (world, elsewhere) = (try await RoundSite(), try await RoundSite("romerike"))
        let (lead, other) = (try await pass(world, .lead), try await pass(world, .coordinator("ornskoldsvik")))
        let again = try await pass(world, .lead)
        #expect(lead.token != again.token)
        let foreign = try await pass(elsewhere, .lead)
        let beside = try await beside(lead, world)
        let wrong = [
            ("none", nil), ("empty", ""), ("no token at all", "abc"), ("another person's", other.token),
            ("another person's in the same browser", beside.person),
            ("the same browser's at another consortium", beside.consortium),
            ("of the same person's other browser", again.token), ("another consortium's", foreign.token),
            ("cut short", String(lead.token.dropLast())),
        ]
        let forms = try paths(world)
        #expect(forms.count > 80)
        for (path, _) in forms where !path.hasSuffix("/sign-out") {
            for (what, token) in wrong {
                let refused = try await send(
                    world, path, cookie: lead.cookie, token: token, isMultipart: isMultipart)
                #expect(isRefused(refused), "\(path): \(what) \(refused.status.code)")
            }
            let taken = try await send(
                world, path, cookie: lead.cookie, token: lead.token, isMultipart: isMultipart)
            #expect(!isRefused(taken), "\(path): the right one")
        }
    }

    @Test func `a visitor's is refused likewise, but for the two forms of pages that are kept for all`() async throws {
        let world = try await RoundSite()
        let (own, other) = (try await pass(world, .nobody), try await pass(world, .nobody))
        for (path, isOnKeptPages) in try paths(world) {
            for token in [nil, other.token] {
                let answer = try await send(world, path, cookie: own.cookie, token: token)
                #expect(isRefused(answer) == !isOnKeptPages, "\(path): \(answer.status.code)")
            }
            let taken = try await send(world, path, cookie: own.cookie, token: own.token)
            #expect(!isRefused(taken), "\(path): the right one")
        }
    }

    @Test func `the page says what to do, in the reader's language, and nothing is done`() async throws {
        let world = try await RoundSite()
        let lead = try await pass(world, .lead)
        let path = "/\(world.tenant)/staff/matters"
        let fields = "kind=legal&title=Canary"
        let refused = try await send(world, path, cookie: lead.cookie, token: nil, fields)
        #expect(
            refused.status == .forbidden && refused.text.contains("Open the form anew and put in what you had written"))
        #expect(try await !world.send(.get, "/staff/matters", as: .lead).text.contains("Canary"))
        #expect(try await send(world, path, cookie: lead.cookie, token: lead.token, fields).status == .seeOther)
        #expect(try await world.send(.get, "/staff/matters", as: .lead).text.contains("Canary"))
    }

    @Test func `one from before signing in goes on being good, and one of a sign-in that is over asks for the next`()
        async throws
    {
        let world = try await RoundSite()
        let visitor = try await pass(world, .nobody)
        let lead = try await pass(world, .lead)
        let path = "/\(world.tenant)/staff/matters"
        let session = try #require(try await world.cookie(of: .lead))
        let both = "\(session); \(visitor.cookie)"
        #expect(
            try await send(world, path, cookie: both, token: visitor.token, "kind=legal&title=A").status == .seeOther)
        world.move(to: "2026-11-20T10:00:00Z")
        let over = try await send(world, path, cookie: lead.cookie, token: lead.token, "kind=legal&title=B")
        #expect(over.status == .unauthorized)
        // The same person signs in anew beside it, in the same browser: what was typed can be sent.
        let browser = try #require(lead.cookie.split(separator: "; ").last)
        let anew = try #require(try await world.cookie(of: .lead))
        #expect(anew != session)
        let sent = try await send(world, path, cookie: "\(anew); \(browser)", token: lead.token, "kind=legal&title=C")
        #expect(sent.status == .seeOther)
    }

    @Test func `every form of every page that is not kept bears it, in front of all fields`() async throws {
        let world = try await RoundSite()
        for (path, visitor) in [
            ("/staff", RoundSite.Visitor.lead), ("/me", .lead), ("", .lead),
            ("/sign-in", .nobody), ("/sign-in/password", .nobody), ("/me/sign-ins", .lead),
        ] {
            let page = try await world.send(.get, path, as: visitor)
            let forms = page.text.matches(of: /(?s)<form[^>]*method="post"[^>]*>(.{0,40})/).map(\.output.1)
            #expect(!forms.isEmpty, "\(path)")
            #expect(forms.allSatisfy { $0.hasPrefix("<input type=\"hidden\" name=\"form_token\"") }, "\(path)")
        }
        let front = try world.site.front(isReady: { true })
        let first = try await TestClient(front).execute(uri: "/\(world.tenant)/sign-in", method: .get)
        let cookie = try #require(first.headers[.setCookie])
        #expect(cookie.hasPrefix("kohort_browser_") && cookie.contains("; HttpOnly; SameSite=Lax"))
        let kept = try await world.send(.get, "", as: .nobody)
        #expect(kept.text.contains("method=\"post\"") && kept.formToken == nil)
        #expect(kept.headers[.setCookie] == nil)
    }
}
