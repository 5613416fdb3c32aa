import Crypto
import Foundation
import KohortCore
import KohortStore

/// What may be done only so often, counted for all daemons together where they share a server. Who does it is an
/// address or an account, so the database is given a digest that nobody can work back without the secret.
package struct CommonCounts: Sendable {
    private let limits: any SharedLimits
    private let key: SymmetricKey
    private let threads: Threads

    init(_ limits: any SharedLimits, secret: [UInt8], on threads: Threads) {
        (self.limits, self.key, self.threads) = (limits, SymmetricKey(data: secret), threads)
    }

    /// Takes one of what `who` may do; nil, or how long to wait for the next, and then nothing is taken. `share` and
    /// `window` are milliseconds: what one takes, and what may be taken at once.
    package func take(
        _ share: Double, of window: Double, for what: String, by who: String, at now: Instant
    ) async throws -> Duration? {
        let digest = digest(of: "kohort:limit:\(what):\(who)")
        return try await threads.run { [limits] _ in try limits.take(share, of: window, under: digest, at: now) }
    }

    func sweep(at now: Instant) async throws { try await threads.run { [limits] _ in try limits.sweep(at: now) } }

    private func digest(of text: String) -> String {
        let code = HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: key)
        return Data(code).base64EncodedString()
    }
}
