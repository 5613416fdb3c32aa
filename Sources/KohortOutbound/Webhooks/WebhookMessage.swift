import Crypto
import Foundation

/// One message to one receiver. Of a message that is sent again only `timestamp` changes, and so the signatures.
package struct WebhookMessage: Hashable, Sendable {
    package let url: CallURL
    /// The same at every attempt, so that a receiver can tell a repeated message: `msg_…`.
    package let id: String
    /// When this attempt begins, in whole seconds since 1970.
    package let timestamp: Int64
    /// JSON.
    package let body: [UInt8]

    package init(url: CallURL, id: String, timestamp: Int64, body: [UInt8]) {
        (self.url, self.id, self.timestamp, self.body) = (url, id, timestamp, body)
    }

    /// The value of `webhook-signature`: one for each secret, the newest first, so that a receiver can go over from one
    /// secret to the next (Standard Webhooks 1.0.0).
    package func signature(by secrets: [WebhookSecret]) -> String {
        let signed = Data("\(id).\(timestamp).".utf8) + body
        return secrets.map { secret in
            let code = HMAC<SHA256>.authenticationCode(for: signed, using: SymmetricKey(data: secret.bytes))
            return "v1," + Data(code).base64EncodedString()
        }.joined(separator: " ")
    }
}
