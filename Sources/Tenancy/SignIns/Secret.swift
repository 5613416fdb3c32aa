import Crypto
import KohortCore

/// 256 random bits that somebody proves themselves by. Only its hash is ever stored.
package struct Secret: Sendable {
    /// 43 characters of base64url, safe in an address, a cookie and a header.
    package let text: String

    /// A fresh one from the system's cryptographic generator.
    package init() { text = SymmetricKey(size: .bits256).withUnsafeBytes { Base64URL.text(of: $0) } }
    package init(_ text: String) { self.text = text }

    /// SHA-256 in hexadecimal: what tables hold and look up by, so that a stolen table opens nothing.
    package var hash: String {
        String(hexadecimal: SHA256.hash(data: Array(text.utf8)))
    }
}
