import HTTPTypes
import KohortApp
import KohortCore
import KohortOutbound
import KohortStore
import KohortTesting

@testable import KohortSite

extension RoundSite {
    /// Writes what is due to be mailed, and answers the letters to one address.
    func letters(mailedTo email: String) async throws -> [Mail] {
        let written = try await use { try await Postman.letters(of: site, $0, at: now) }
        return written.filter { $0.to.address.text == email }
    }

    /// The sign-in links in them, below the tenant.
    func links(mailedTo email: String) async throws -> [String] {
        try await letters(mailedTo: email).flatMap { $0.text.split(separator: "\n") }
            .filter { $0.contains("/sign-in/") }
            .map { String($0.dropFirst("http://127.0.0.1:8080/\(tenant)".count)) }
    }

    /// Asks for a link as anybody can, and answers the cookie that it will be bound to.
    func ask(_ email: String) async throws -> TestResponse {
        try await send(.post, "/sign-in", as: .nobody, [("email", email)])
    }
}
