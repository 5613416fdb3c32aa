import HTTPTypes
import KohortApp
import KohortCore
import KohortStore
import KohortTesting
import Tenancy
import Testing

@testable import KohortSite

/// A tenant without providers whose lead has a password and an authenticator.
final class PasswordWorld: Sendable {
    static let address = "lead@office.example"
    static let password = "gul tiger under bordet"
    let site: RoundSite
    let totp: TOTP
    let codes: [String]

    init() async throws {
        site = try await RoundSite()
        let page = try await site.send(.get, "/me/ways-in/password", as: .lead).text
        (totp, codes) = try await Self.setUp(site, page, password: Self.password)
    }

    /// Fills in the form as somebody does who has put its key into an authenticator.
    static func setUp(
        _ site: RoundSite, _ page: String, password: String, current: String? = nil
    ) async throws -> (TOTP, [String]) {
        let totp = try Self.totp(page)
        var fields = [
            ("password", password), ("code", totp.code(of: TOTP.step(at: site.now))), ("sealed", sealed(page)),
        ]
        if let current { fields.append(("current", current)) }
        let answer = try await site.send(.post, "/me/ways-in/password", as: .lead, fields)
        try #require(answer.status == .ok, "\(answer.text)")
        return (totp, answer.text.matches(of: /<code>([A-Z2-7-]{19})<\/code>/).map { String($0.output.1) })
    }

    static func sealed(_ page: String) -> String {
        page.firstMatch(of: /name="sealed" value="([^"]+)"/).map { String($0.output.1) } ?? ""
    }

    /// From the key that the page shows.
    static func totp(_ page: String) throws -> TOTP {
        let words = try #require(page.firstMatch(of: /<code>([A-Z2-7 ]+)<\/code>/)).output.1
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        var (bytes, buffer, bits): ([UInt8], Int, Int) = ([], 0, 0)
        for character in words where character != " " {
            (buffer, bits) = (buffer << 5 | (alphabet.firstIndex(of: character) ?? 0), bits + 5)
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(buffer >> bits & 0xFF))
                buffer &= (1 << bits) - 1
            }
        }
        return TOTP(secret: bytes)
    }

    /// The code that the authenticator shows so many steps from now.
    func code(_ later: Int64 = 0) -> String { totp.code(of: TOTP.step(at: site.now) + later) }

    func enter(_ password: String = PasswordWorld.password, _ email: String = PasswordWorld.address) async throws
        -> TestResponse
    {
        try await site.send(.post, "/sign-in/password", as: .nobody, [("email", email), ("password", password)])
    }

    func finish(_ code: String, after first: TestResponse) async throws -> TestResponse {
        try await site.send(
            .post, "/sign-in/code", as: .nobody, [("code", code)], cookie: first.cookie(named: "kohort_step"))
    }

    /// Both halves, with the right password.
    func signIn(_ code: String) async throws -> TestResponse { try await finish(code, after: try await enter()) }
}
