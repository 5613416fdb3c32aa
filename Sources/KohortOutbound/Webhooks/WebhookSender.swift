/// Sends webhooks; what comes back is what the receiver said, or why it said nothing.
package protocol WebhookSender: Sendable {
    /// Never throws, follows no redirect, and returns within about 15 seconds once begun.
    func send(_ message: WebhookMessage, signedBy secrets: [WebhookSecret]) async -> WebhookOutcome
}

/// How one attempt ended.
package struct WebhookOutcome: Hashable, Sendable {
    package enum Result: Hashable, Sendable {
        /// The HTTP status of an answer.
        case status(Int)
        case failure(WebhookFailure)
    }

    package let result: Result
    /// How long `Retry-After` asks to wait, in seconds.
    package let retryAfter: Int?
    /// The first 1,024 bytes of what was answered, as text.
    package let answer: String

    package init(_ result: Result, retryAfter: Int? = nil, answer: String = "") {
        (self.result, self.retryAfter, self.answer) = (result, retryAfter, answer)
    }
}

/// Why there was no answer.
package enum WebhookFailure: String, Sendable, Codable, CaseIterable {
    /// The URL is not one that webhooks go to here, by a rule that may have come after it.
    case url
    /// The name leads only to addresses that are not the public internet's.
    case address
    /// The name does not resolve.
    case unresolved
    /// No connection, or none that lasted.
    case unreachable
    /// No whole answer in time.
    case timeout
    /// The receiver offers no encryption that works.
    case encryption
    /// The receiver's certificate is not trusted, or is for another host.
    case certificate
    /// A fault on this side, or the daemon stops.
    case local
}
