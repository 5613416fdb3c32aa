import Foundation
import KohortCore
import KohortOutbound

/// A real receiver for the length of one test; Tests/e2e/webhooks/receiver.py says what its paths do.
struct WebhookReceiver {
    let port: Int
    private let folder: URL

    /// It verifies by these secrets.
    static func run(
        _ arguments: String..., secrets: [WebhookSecret] = [], body: (WebhookReceiver) async throws -> Void
    ) async throws {
        try await Python.serve(["receiver.py"] + arguments, in: "webhooks") { port, folder in
            let lines = secrets.map { $0.text + "\n" }.joined()
            try Data(lines.utf8).write(to: folder.appending(path: "secrets"))
            try await body(WebhookReceiver(port: port, folder: folder))
        }
    }

    /// The file with this receiver's own certificate.
    var authority: String { folder.appending(path: "cert.pem").path }

    func url(_ path: String, host: String = "127.0.0.1", scheme: String = "http") -> CallURL {
        CallURL(text: "\(scheme)://\(host):\(port)\(path)")
    }

    var received: [ReceivedWebhook] {
        get throws {
            guard let lines = try? Data(contentsOf: folder.appending(path: "received")) else { return [] }
            return try lines.split(separator: UInt8(ascii: "\n")).map {
                try JSONDecoder().decode(ReceivedWebhook.self, from: $0)
            }
        }
    }

    /// A sender that may reach this receiver and nothing else.
    func sender(timeout: Duration = .seconds(15), names: [String] = []) -> CurlWebhookSender {
        CurlWebhookSender(rules(), timeout: timeout, names: names)
    }

    func rules(authorities: String? = nil) -> CallRules {
        let loopback = ["127.0.0.0/8"].compactMap { AddressBlock($0) }
        return CallRules(
            allowsPlainHTTP: true, ports: [port], addresses: AddressRules(allowing: loopback),
            authorities: authorities)
    }
}

/// A message as the receiver saw it, and which secrets the reference verifier takes it for.
struct ReceivedWebhook: Decodable, Equatable {
    let path: String
    let id: String
    let timestamp: String
    let signatures: Int
    let type: String
    let verified: [Bool]
    let body: String
}

extension WebhookMessage {
    static func sample(to url: CallURL, body: String = #"{"test": 2432232314}"#) -> WebhookMessage {
        // The verifier refuses what is more than five minutes off.
        WebhookMessage(
            url: url, id: "msg_1", timestamp: Int64(Date().timeIntervalSince1970), body: Array(body.utf8))
    }
}
