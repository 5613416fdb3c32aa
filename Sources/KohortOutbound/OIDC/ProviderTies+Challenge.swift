import Crypto
import Foundation

extension ProviderTies {
    /// S256 of RFC 7636 §4.2.
    var challenge: String { Base64Web.text(of: Data(SHA256.hash(data: Data(verifier.utf8)))) }
}

/// Base64 with `-` and `_` and no padding (RFC 4648 §5).
enum Base64Web {
    static func text(of data: Data) -> String {
        data.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    static func data(of text: some StringProtocol) -> Data? {
        guard !text.contains(where: { "+/=".contains($0) }) else { return nil }
        let plain = String(text).replacing("-", with: "+").replacing("_", with: "/")
        return Data(base64Encoded: plain + String(repeating: "=", count: (4 - plain.count % 4) % 4))
    }
}
