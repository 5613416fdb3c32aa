import Crypto
import Foundation
import KohortCore
import KohortOutbound
import Tenancy

/// Seals webhooks' secrets by the installation's own, each for its endpoint and tenant alone: a database or a backup of
/// it signs nothing, and a sealed secret that is moved to another row does not open.
package struct SecretSeal: Sendable {
    private let key: SymmetricKey

    package init(secret: [UInt8]) {
        key = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: SymmetricKey(data: secret), info: Data("webhook secrets".utf8), outputByteCount: 32)
    }

    func seal(_ secret: WebhookSecret, for webhook: WebhookID, of tenant: TenantID) throws -> SealedSecret {
        let box = try ChaChaPoly.seal(
            Data(secret.text.utf8), using: key, authenticating: Self.place(webhook, tenant))
        return SealedSecret(box.combined.base64EncodedString())
    }

    /// Nil for what was not sealed here, or not for this endpoint.
    func open(_ sealed: SealedSecret, for webhook: WebhookID, of tenant: TenantID) -> WebhookSecret? {
        guard let data = Data(base64Encoded: sealed.text), let box = try? ChaChaPoly.SealedBox(combined: data),
            let text = try? ChaChaPoly.open(box, using: key, authenticating: Self.place(webhook, tenant))
        else { return nil }
        return WebhookSecret(String(decoding: text, as: UTF8.self))
    }

    private static func place(_ webhook: WebhookID, _ tenant: TenantID) -> Data {
        Data("webhook:\(tenant):\(webhook)".utf8)
    }
}
