import CCurl
import KohortCore

/// Posts over HTTP with libcurl, a connection each, on threads of its own.
package struct CurlWebhookSender: WebhookSender {
    private let rules: WebhookRules
    private let timeout: Duration
    private let names: [String]
    private let threads: BlockingThreads

    /// `threads` is how many are under way at most. `names` are answers in place of the resolver's, as curl writes them:
    /// `receiver.example:443:10.0.0.1`; for tests.
    package init(
        _ rules: WebhookRules, threads: Int = 16, timeout: Duration = .seconds(15), names: [String] = []
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
        _ message: WebhookMessage, to url: WebhookURL, _ signature: String, _ watch: TransferWatch
    ) -> WebhookOutcome {
        do {
            let handle = try CurlHandle()
            let headers = try CurlList([
                "Content-Type: application/json", "Expect:", "webhook-id: \(message.id)",
                "webhook-timestamp: \(message.timestamp)", "webhook-signature: \(signature)",
            ])
            let names = try CurlList(names)
            try configure(handle, url)
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

    private func configure(_ handle: borrowing CurlHandle, _ url: WebhookURL) throws(CurlError) {
        try handle.set(CURLOPT_URL, to: url.text)
        try handle.set(CURLOPT_PROTOCOLS_STR, to: rules.allowsPlainHTTP ? "https,http" : "https")
        try handle.set(CURLOPT_HTTP_VERSION, to: CURL_HTTP_VERSION_1_1)
        try handle.set(CURLOPT_FOLLOWLOCATION, to: 0)
        // Empty, not unset: curl would take one from the environment, and its address is not the receiver's.
        try handle.set(CURLOPT_PROXY, to: "")
        try handle.set(CURLOPT_NOSIGNAL, to: 1)
        try handle.set(CURLOPT_CONNECTTIMEOUT_MS, to: min(timeout, .seconds(5)))
        try handle.set(CURLOPT_TIMEOUT_MS, to: timeout)
        // One tenant's connection never carries another's message.
        try handle.set(CURLOPT_FORBID_REUSE, to: 1)
        try handle.set(CURLOPT_USERAGENT, to: "Kohort-Webhooks/1")
        try handle.set(CURLOPT_SSLVERSION, to: CURL_SSLVERSION_TLSv1_2)
        try handle.set(CURLOPT_SSL_VERIFYPEER, to: 1)
        try handle.set(CURLOPT_SSL_VERIFYHOST, to: 2)
        try handle.trust(rules.authorities)
    }
}
