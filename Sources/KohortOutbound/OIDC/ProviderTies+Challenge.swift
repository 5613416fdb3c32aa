import Crypto
import Foundation
import KohortCore

extension ProviderTies {
    /// S256 of RFC 7636 §4.2.
    var challenge: String { Base64URL.text(of: SHA256.hash(data: Data(verifier.utf8))) }
}
