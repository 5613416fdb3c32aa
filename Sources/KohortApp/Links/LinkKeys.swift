import Crypto
import Foundation
import KohortCore
import Tenancy

/// Private links that need no table: the key in a link is an HMAC of what it opens, so that a mail can be written at
/// any time and nothing secret lies in the database or the outbox.
package struct LinkKeys: Sendable {
    private let secret: SymmetricKey

    package init(secret: [UInt8]) { self.secret = SymmetricKey(data: secret) }

    /// The key of one candidacy's private link in one tenant.
    package func key(for candidacy: CandidacyID, of tenant: TenantID) -> String {
        Base64URL.text(of: code(for: candidacy, of: tenant))
    }

    /// Whether a key opens the candidacy, compared in constant time.
    package func opens(_ candidacy: CandidacyID, of tenant: TenantID, with key: String) -> Bool {
        let padded = key.replacing("-", with: "+").replacing("_", with: "/") + String(repeating: "=", count: (4 - key.utf8.count % 4) % 4)
        guard let bytes = Data(base64Encoded: padded) else { return false }
        return HMAC<SHA256>.isValidAuthenticationCode(bytes, authenticating: Self.subject(candidacy, tenant), using: secret)
    }

    private func code(for candidacy: CandidacyID, of tenant: TenantID) -> HMAC<SHA256>.MAC {
        HMAC<SHA256>.authenticationCode(for: Self.subject(candidacy, tenant), using: secret)
    }

    private static func subject(_ candidacy: CandidacyID, _ tenant: TenantID) -> Data {
        Data("candidacy:\(tenant):\(candidacy)".utf8)
    }
}
