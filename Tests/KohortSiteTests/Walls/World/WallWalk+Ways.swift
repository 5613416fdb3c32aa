import Foundation
import HTTPTypes
import KohortCore
import KohortTesting
import Tenancy

@testable import KohortSite
@testable import KohortWeb

/// Ways in that no link and no form leads through by itself: they take what a provider, an authenticator or a letter
/// says.
extension WallWalk {
    func goWays() async throws {
        try await arrive()
        try await guardOneself()
    }

    /// A supervisor comes back from a provider, with what is linked from then on; the provider says that they left.
    private func arrive() async throws {
        guard controls["GET /{tenant}/sign-in/with/{provider}/return"] == nil, let provider = seed.provider,
            let credential = credentials[.supervisor]
        else { return }
        try await go(try await provider.linking(to: tenant, by: credential), .supervisor)
        try await go(try provider.signingOut(of: tenant), .nobody)
    }

    /// Somebody sets a password, comes in by it, shows again who they are, changes it, and then their address.
    private func guardOneself() async throws {
        guard controls["POST /{tenant}/me/ways-in/password"] == nil else { return }
        let (email, new) = ("\(tenant.secret)-guarded@office.example", "\(tenant.secret)-moved@office.example")
        let own = Credential(cookie: try await tenant.cookie(email, .committee, on: .consortium))
        let (here, path) = ("/\(tenant.slug)", "/\(tenant.slug)/me/ways-in/password")
        let codes = try await setPassword(at: path, as: own)
        let password = ("password", PasswordWorld.password)
        let first = try await go(.pressing("\(here)/sign-in/password", [("email", email), password]), .nobody)
        let step = Credential(cookie: first.cookie(named: "kohort_step"))
        let second = try await go(.pressing("\(here)/sign-in/code", [("code", codes[0])], as: step), .nobody)
        let again = Credential(cookie: second.session)
        try await go(.pressing("\(here)/me/confirmation", [password, ("code", codes[1])], as: again), .committee)
        try await go(.get("\(path)/change", as: own), .committee)
        let change = [("current", PasswordWorld.password), ("password", "fem blå sykler i regn")]
        try await go(.pressing("\(path)/change", change, as: own), .committee)
        _ = try await tenant.site.press("\(here)/me/address", [("email", new)], as: own)
        let link = try await tenant.mailed(to: new, /\/[a-z]+\/me\/address\/[A-Za-z0-9_-]+/)
        try await go(.get(link, as: own), .committee)
        try await go(.pressing(link, as: own), .committee)
    }

    /// With the code of an authenticator; answers the recovery codes.
    private func setPassword(at path: String, as own: Credential) async throws -> [String] {
        let page = try await tenant.site.send(.get(path, as: own)).text
        let code = try PasswordWorld.totp(page).code(of: TOTP.step(at: tenant.site.now))
        let fields = [("password", PasswordWorld.password), ("code", code), ("sealed", PasswordWorld.sealed(page))]
        let set = try await go(.pressing(path, fields, as: own), .committee)
        let codes = set.text.matches(of: /<code>([A-Z2-7-]{19})<\/code>/).map { String($0.output.1) }
        guard codes.count == 10 else { throw WallFault(what: "no password: \(set.status.code)") }
        return codes
    }

    /// Asks, and keeps what was answered as the control of its line.
    @discardableResult private func go(_ request: SentRequest, _ caller: Caller) async throws -> TestResponse {
        let answer = try await tenant.site.send(request)
        let path = String(request.path.prefix { $0 != "?" })
        guard let route = try? tenant.site.front.table.match(request.method, path).route else { return answer }
        if let shown = try await landed(answer, caller) {
            keep(Control(route: route, caller: caller, request: request, answer: shown))
        }
        return answer
    }
}
