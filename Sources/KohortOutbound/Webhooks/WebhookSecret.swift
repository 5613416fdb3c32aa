import Crypto
import Foundation

/// What a receiver proves a webhook by: `whsec_` and 24 to 64 bytes in base64 (Standard Webhooks 1.0.0). It shows in no
/// description; only `text` has it.
package struct WebhookSecret: Hashable, Sendable, CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    private static let prefix = "whsec_"
    let bytes: [UInt8]

    /// 256 fresh bits from the system's cryptographic generator.
    package init() { bytes = SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) } }

    package init?(_ text: String) {
        guard text.hasPrefix(Self.prefix), let data = Data(base64Encoded: String(text.dropFirst(Self.prefix.count))),
            (24...64).contains(data.count)
        else { return nil }
        bytes = Array(data)
    }

    package var text: String { Self.prefix + Data(bytes).base64EncodedString() }
    package var description: String { "WebhookSecret" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
