import HTTPTypes
import Hummingbird
import KohortWeb
import NIOCore
import Testing

struct CookieRulesTests {
    private func rules(_ origin: String, plainHTTP: Bool = true) throws -> CookieRules? {
        CookieRules(for: try #require(Origin(origin)), plainHTTP: plainHTTP)
    }

    private func value(_ cookies: [String], _ origin: String = "https://kohort.example") async throws -> String? {
        let rules = try #require(try rules(origin))
        var headers = HTTPFields()
        for cookie in cookies { headers.append(HTTPField(name: .cookie, value: cookie)) }
        return try await inRequest(method: .get, headers: headers) { request, _ in
            rules.value(of: "session", in: request)
        }
    }

    @Test func `over TLS a cookie is bound to its host`() throws {
        let rules = try #require(try rules("https://kohort.example"))
        #expect(
            rules.setting("session", to: "abc", maxAge: .seconds(60))
                == "__Host-session=abc; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=60")
    }

    @Test func `without TLS there are cookies on this machine only, and only where that is asked for`() throws {
        for origin in ["http://127.0.0.1:8080", "http://localhost", "http://[::1]:8080"] {
            #expect(try rules(origin, plainHTTP: false) == nil)
            #expect(try rules(origin)?.setting("session", to: "abc") == "session=abc; Path=/; HttpOnly; SameSite=Lax")
        }
        #expect(try rules("http://kohort.example") == nil)
        #expect(try rules("http://127.0.0.2") == nil)
    }

    @Test func `a value is written so that it cannot break out, and reads back the same`() async throws {
        let rules = try #require(try rules("https://kohort.example"))
        let cookie = rules.setting("session", to: "a;b=c\r\n\"å")
        let pair = try #require(cookie.split(separator: ";").first.map(String.init))
        #expect(pair == "__Host-session=a%3Bb%3Dc%0D%0A%22%C3%A5")
        #expect(try await value([pair]) == "a;b=c\r\n\"å")
    }

    @Test(arguments: [
        (["__Host-session=abc"], "abc"), (["theme=dark; __Host-session=abc; x=y"], "abc"),
        (["theme=dark", "__Host-session=abc"], "abc"),
        (["__Host-session=abc; __Host-session=abc"], "abc"), (["__Host-session="], ""), (["__Host-session=a=b"], "a=b"),
        ([], nil), (["session=abc"], nil), (["x__Host-session=abc"], nil), (["__host-session=abc"], nil),
        (["__Host-session=abc; __Host-session=def"], nil), (["__Host-session"], nil), (["__Host-session=%zz"], nil),
    ])
    func `a cookie is found by its whole name, once`(cookies: [String], expected: String?) async throws {
        #expect(try await value(cookies) == expected)
    }

    @Test func `a removed cookie is empty and over`() throws {
        let removing = try rules("http://localhost:8080")?.removing("session")
        #expect(removing == "session=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0")
    }

    @Test func `an answer may set several`() {
        var response = Response(status: .ok)
        response.add(cookie: "a=1")
        response.add(cookie: "b=2")
        #expect(response.headers[values: .setCookie] == ["a=1", "b=2"])
    }
}
