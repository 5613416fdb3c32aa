import CCurl
import Foundation

/// Calls providers over HTTP with libcurl, by the rules that hold for every address that somebody else has named.
struct ProviderCalls: Sendable {
    /// Entra's key set has some 20 kB.
    private static let largestAnswer = 512 << 10
    private let rules: CallRules
    private let timeout: Duration
    private let threads = BlockingThreads(count: 4)

    init(_ rules: CallRules, timeout: Duration = .seconds(10)) { (self.rules, self.timeout) = (rules, timeout) }

    /// What an address shows, when that is a 200.
    func get(_ url: String) async throws(ProviderProblem) -> Data {
        let (status, body) = try await call(url, headers: ["Accept: application/json"], body: nil)
        guard status == 200 else { throw .unreachable }
        return body
    }

    /// What an address answers to a form.
    func post(_ form: String, authorization: String?, to url: String) async throws(ProviderProblem) -> (Int, Data) {
        var headers = ["Accept: application/json", "Content-Type: application/x-www-form-urlencoded", "Expect:"]
        if let authorization { headers.append("Authorization: \(authorization)") }
        return try await call(url, headers: headers, body: Array(form.utf8))
    }

    private func call(
        _ address: String, headers: [String], body: [UInt8]?
    ) async throws(ProviderProblem) -> (Int, Data) {
        guard let url = try? rules.url(address) else { throw .url }
        let watch = TransferWatch(rules.addresses)
        return try await withTaskCancellationHandler {
            await threads.run { [self] in Result { () throws(ProviderProblem) in try fetch(url, headers, body, watch) }
            }
        } onCancel: {
            watch.end()
        }.get()
    }

    private func fetch(
        _ url: CallURL, _ headers: [String], _ body: [UInt8]?, _ watch: TransferWatch
    ) throws(ProviderProblem) -> (Int, Data) {
        guard let fetched = try? attempt(url, headers, body, watch) else { throw .unreachable }
        defer { free(fetched.answer.body) }
        if fetched.is_refused { throw .url }
        guard fetched.answer.result == CURLE_OK else { throw .unreachable }
        return (
            fetched.answer.status, fetched.answer.body.map { Data(bytes: $0, count: fetched.answer.count) } ?? Data()
        )
    }

    private func attempt(
        _ url: CallURL, _ headers: [String], _ body: [UInt8]?, _ watch: TransferWatch
    ) throws(CurlError) -> ccurl_fetched {
        let handle = try CurlHandle()
        try handle.call(url, by: rules, within: timeout, as: "Kohort-SignIn/1")
        return try Self.perform(handle, try CurlList(headers), body, watch)
    }

    /// Borrows the list to its end: curl reads it while it works.
    private static func perform(
        _ handle: borrowing CurlHandle, _ headers: borrowing CurlList, _ body: [UInt8]?, _ watch: TransferWatch
    ) throws(CurlError) -> ccurl_fetched {
        try handle.set(CURLOPT_HTTPHEADER, to: headers)
        return watch.lend { watch in
            guard let body else { return ccurl_fetch_watched(handle.raw, nil, 0, largestAnswer, watch) }
            return ccurl_fetch_watched(handle.raw, body, body.count, largestAnswer, watch)
        }
    }
}
