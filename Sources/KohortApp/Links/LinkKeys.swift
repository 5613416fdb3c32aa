import Crypto
import Foundation
import KohortCore

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
        guard let bytes = Base64URL.data(of: key) else { return false }
        return HMAC<SHA256>.isValidAuthenticationCode(
            bytes, authenticating: Self.subject(candidacy, tenant), using: secret)
    }

    /// What proves that a text was written by this installation, for one purpose and no other: 43 characters.
    package func code(of text: String, for purpose: String) -> String {
        Base64URL.text(of: HMAC<SHA256>.authenticationCode(for: Self.statement(text, purpose), using: secret))
    }

    /// Whether a code proves the text for this purpose, compared in constant time.
    package func proves(_ code: String, _ text: String, for purpose: String) -> Bool {
        guard let bytes = Base64URL.data(of: code) else { return false }
        return HMAC<SHA256>.isValidAuthenticationCode(
            bytes, authenticating: Self.statement(text, purpose), using: secret)
    }

    /// The purpose's length parts it from the text, so that no other pair gives the same bytes.
    private static func statement(_ text: String, _ purpose: String) -> Data {
        Data("text:\(purpose.utf8.count):\(purpose):\(text)".utf8)
    }

    private func code(for candidacy: CandidacyID, of tenant: TenantID) -> HMAC<SHA256>.MAC {
        HMAC<SHA256>.authenticationCode(for: Self.subject(candidacy, tenant), using: secret)
    }

    private static func subject(_ candidacy: CandidacyID, _ tenant: TenantID) -> Data {
        Data("candidacy:\(tenant):\(candidacy)".utf8)
    }
}
