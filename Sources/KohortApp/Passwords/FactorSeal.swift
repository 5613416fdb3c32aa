import Crypto
import Foundation
import KohortCore
import Tenancy

/// Seals authenticators' secrets by the installation's own, each for its person and tenant alone: a stolen database makes
/// no codes.
package struct FactorSeal: Sendable {
    private let key: SymmetricKey

    package init(secret: [UInt8]) {
        key = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: SymmetricKey(data: secret), info: Data("second factors".utf8), outputByteCount: 32)
    }

    package func seal(_ factor: TOTP, of person: PersonID, in tenant: TenantID) throws -> SealedSecret {
        let box = try ChaChaPoly.seal(factor.secret, using: key, authenticating: Self.place(person, tenant))
        return SealedSecret(box.combined.base64EncodedString())
    }

    /// Nil for what was not sealed here, or not for this person.
    package func open(_ sealed: SealedSecret, of person: PersonID, in tenant: TenantID) -> TOTP? {
        guard let data = Data(base64Encoded: sealed.text), let box = try? ChaChaPoly.SealedBox(combined: data),
            let secret = try? ChaChaPoly.open(box, using: key, authenticating: Self.place(person, tenant))
        else { return nil }
        return TOTP(secret: Array(secret))
    }

    private static func place(_ person: PersonID, _ tenant: TenantID) -> Data {
        Data("factor:\(tenant):\(person)".utf8)
    }
}
