import Foundation
import KohortCore
import Testing

@testable import KohortOutbound

/// Whoever takes a connection and then says no more, before TLS, in the midst of it and after it, beside one who answers.
/// It counts seconds, and runs alone after the crowd.
@Suite(.enabled(if: Python.hasServer, "\(Python.missing)"))
struct EncryptedPatienceTests {
    private static let patience = Duration.seconds(1)
    private let secret = WebhookSecret()

    @Test(arguments: ["at-once", "in-record"])
    func `a receiver that begins TLS and hangs is left in time`(mode: String) async throws {
        try await mute(mode) { port in
            let sender = CurlWebhookSender(rules(port), timeout: Self.patience)
            let message = WebhookMessage.sample(to: CallURL(text: "https://localhost:\(port)/ok"))
            let outcome = await sender.send(message, signedBy: [secret])
            #expect(outcome == WebhookOutcome(.failure(.timeout)))
        }
    }

    @Test func `a receiver that hangs once TLS stands is left in time, and one that answers is heard`() async throws {
        try await WebhookReceiver.run("--tls") { receiver in
            let rules = receiver.rules(authorities: receiver.authority)
            let sender = CurlWebhookSender(rules, timeout: Self.patience)
            let answered = await sender.send(.sample(to: receiver.secure("/ok")), signedBy: [secret])
            #expect(answered.answer == "thank you")
            let hung = try await inTime {
                await sender.send(.sample(to: receiver.secure("/hanging")), signedBy: [secret])
            }
            #expect(hung == WebhookOutcome(.failure(.timeout)))
            #expect(try receiver.received.map(\.path) == ["/ok", "/hanging"])
        }
    }

    @Test(arguments: ["at-once", "in-record"])
    func `a provider that begins TLS and hangs is left in time`(mode: String) async throws {
        try await mute(mode) { port in
            let calls = ProviderCalls(rules(port), timeout: Self.patience)
            await #expect(throws: ProviderProblem.unreachable) { try await calls.get("https://localhost:\(port)/ok") }
        }
    }

    @Test func `a provider that hangs once TLS stands is left in time, and one that answers is heard`() async throws {
        try await WebhookReceiver.run("--tls") { receiver in
            let calls = ProviderCalls(receiver.rules(authorities: receiver.authority), timeout: Self.patience)
            let (status, body) = try await calls.post("a=b", authorization: nil, to: receiver.secure("/ok").text)
            #expect(status == 200 && body == Data("thank you".utf8))
            let begin = ContinuousClock.now
            await #expect(throws: ProviderProblem.unreachable) {
                try await calls.post("a=b", authorization: nil, to: receiver.secure("/hanging").text)
            }
            #expect(begin.duration(to: .now) < Self.patience * 4)
        }
    }

    @Test(arguments: [
        ("at-once", MailServer.Security.tls), ("in-record", .tls), ("at-once", .startTLS), ("starttls", .startTLS),
    ])
    func `a mail server that begins TLS and hangs is left in time`(mode: String, security: MailServer.Security)
        async throws
    {
        try await mute(mode) { port in
            let server = try MailServer(
                host: "localhost", port: port, security: security, localName: "kohort.example",
                connectTimeout: Self.patience, timeout: Self.patience)
            let outcome = try await CurlMailer(server: server).send(.sample())
            #expect(outcome == .retry(MailFailure(.timeout)))
        }
    }

    @Test(arguments: [("--smtps", MailServer.Security.tls), ("--starttls", .startTLS)])
    func `a mail server that hangs once TLS stands is left in time, and one that answers takes the mail`(
        option: String, security: MailServer.Security
    ) async throws {
        try await SMTPReceiver.run(option) { receiver in
            let outcome = try await receiver.mailer(security, within: .seconds(10)).send(.sample())
            #expect(outcome == .sent)
        }
        try await SMTPReceiver.run(option, "--stall", "MAIL") { receiver in
            let outcome = try await inTime {
                try await receiver.mailer(security, within: Self.patience).send(.sample())
            }
            #expect(outcome == .retry(MailFailure(.timeout)))
            #expect(receiver.commands.contains { $0.hasPrefix("MAIL FROM") })
        }
    }

    private func rules(_ port: Int) -> CallRules {
        CallRules(ports: [port], addresses: AddressRules(allowing: ["127.0.0.0/8"].compactMap { AddressBlock($0) }))
    }

    private func mute(_ mode: String, _ body: (Int) async throws -> Void) async throws {
        try await Python.serve(["mute.py", mode], in: "smtp") { port, _ in try await inTime { try await body(port) } }
    }

    private func inTime<Answer>(_ body: () async throws -> Answer) async throws -> Answer {
        let begin = ContinuousClock.now
        let answer = try await body()
        #expect(begin.duration(to: .now) < Self.patience * 4)
        return answer
    }
}

extension WebhookReceiver {
    fileprivate func secure(_ path: String) -> CallURL { url(path, host: "localhost", scheme: "https") }
}

extension SMTPReceiver {
    fileprivate func mailer(_ security: MailServer.Security, within patience: Duration) throws -> CurlMailer {
        CurlMailer(server: try server(security: security, authorities: authority, timeout: patience))
    }
}
