import CCurl
import KohortCore

/// Posts over HTTP with libcurl, a connection each, on threads of its own.
package struct CurlWebhookSender: WebhookSender {
    private let rules: CallRules
    private let timeout: Duration
    private let names: [String]
    private let threads: BlockingThreads

    /// `threads` is how many are under way at most. `names` are answers in place of the resolver's, as curl writes them:
    /// `receiver.example:443:10.0.0.1`; for tests.
    package init(
        _ rules: CallRules, threads: Int = 16, timeout: Duration = .seconds(15), names: [String] = []
    ) {
        (self.rules, self.timeout, self.names) = (rules, timeout, names)
        self.threads = BlockingThreads(count: max(1, threads))
    }

    /// Cancelling breaks it off within about a second.
    package func send(_ message: WebhookMessage, signedBy secrets: [WebhookSecret]) async -> WebhookOutcome {
        guard let url = try? rules.url(message.url.text) else { return WebhookOutcome(.failure(.url)) }
        let watch = TransferWatch(rules.addresses)
        return await withTaskCancellationHandler {
            await threads.run { [self] in post(message, to: url, message.signature(by: secrets), watch) }
        } onCancel: {
            watch.end()
        }
    }

    private func post(
        _ message: WebhookMessage, to url: CallURL, _ signature: String, _ watch: TransferWatch
    ) -> WebhookOutcome {
        do {
            let handle = try CurlHandle()
            let headers = try CurlList([
                "Content-Type: application/json", "Expect:", "webhook-id: \(message.id)",
                "webhook-timestamp: \(message.timestamp)", "webhook-signature: \(signature)",
            ])
            let names = try CurlList(names)
            try handle.call(url, by: rules, within: timeout, as: "Kohort-Webhooks/1")
            return WebhookOutcome(try Self.perform(handle, headers, names, message.body, watch))
        } catch {
            return WebhookOutcome(.failure(.local))
        }
    }

    /// Borrows the lists to its end: curl reads them while it works.
    private static func perform(
        _ handle: borrowing CurlHandle, _ headers: borrowing CurlList, _ names: borrowing CurlList, _ body: [UInt8],
        _ watch: TransferWatch
    ) throws(CurlError) -> ccurl_posted {
        try handle.set(CURLOPT_HTTPHEADER, to: headers)
        try handle.set(CURLOPT_RESOLVE, to: names)
        return watch.lend { ccurl_post_watched(handle.raw, body, body.count, $0) }
    }
}
