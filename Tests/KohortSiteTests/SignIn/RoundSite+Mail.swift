import HTTPTypes
import HummingbirdTesting
import KohortApp
import KohortCore
import KohortOutbound
import KohortStore

@testable import KohortSite

extension RoundSite {
    /// Writes what is due to be mailed, and answers the letters to one address.
    func letters(mailedTo email: String) async throws -> [Mail] {
        guard let from = EmailAddress("post@kohort.example") else { throw Rejection.notFound }
        return try await use { open in
            let lease = LeaseMessages(limit: 100, leaseSeconds: 60)
            var letters: [Mail] = []
            for message in try await open.store.perform(lease, by: .system, at: now) {
                let mail = try await site.correspondence(from: from).compose(message, open)
                if let mail, mail.to.address.text == email { letters.append(mail) }
                let settle = SettleMessage(id: message.id, attempt: message.attempt, result: .sent)
                _ = try await open.store.perform(settle, by: .system, at: now)
            }
            return letters
        }
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
