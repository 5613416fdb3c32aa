import Foundation
import KohortOutbound
import Testing

/// Against a real receiver, which verifies by the reference library.
@Suite(.enabled(if: Python.hasServer, "\(Python.missing)"))
struct CurlWebhookSenderTests {
    private let secret = WebhookSecret()

    @Test func `a message arrives whole and the reference verifier takes it`() async throws {
        let other = WebhookSecret()
        try await WebhookReceiver.run(secrets: [secret, other]) { receiver in
            let message = WebhookMessage.sample(to: receiver.url("/ok"))
            let outcome = await receiver.sender().send(message, signedBy: [secret])
            #expect(outcome == WebhookOutcome(.status(200), answer: "thank you"))
            let received = try receiver.received
            #expect(
                received == [
                    ReceivedWebhook(
                        path: "/ok", id: "msg_1", timestamp: "\(message.timestamp)", signatures: 1,
                        type: "application/json", verified: [true, false], body: #"{"test": 2432232314}"#)
                ])
        }
    }

    @Test func `while a secret is changed both verify`() async throws {
        let new = WebhookSecret()
        try await WebhookReceiver.run(secrets: [secret, new, WebhookSecret()]) { receiver in
            _ = await receiver.sender().send(.sample(to: receiver.url("/ok")), signedBy: [new, secret])
            let received = try receiver.received
            #expect(received.map(\.verified) == [[true, true, false]])
            #expect(received.map(\.signatures) == [2])
        }
    }

    @Test(arguments: [("/failing", 500, "broken"), ("/gone", 410, "no more"), ("/nowhere", 404, "not here")])
    func `an answer is told with its status and its beginning`(path: String, status: Int, answer: String) async throws {
        try await WebhookReceiver.run { receiver in
            let outcome = await receiver.sender().send(.sample(to: receiver.url(path)), signedBy: [secret])
            #expect(outcome == WebhookOutcome(.status(status), answer: answer))
        }
    }

    @Test func `a redirect is told and not followed`() async throws {
        try await WebhookReceiver.run { receiver in
            let outcome = await receiver.sender().send(.sample(to: receiver.url("/moved")), signedBy: [secret])
            #expect(outcome == WebhookOutcome(.status(307), answer: "over there"))
            let received = try receiver.received
            #expect(received.map(\.path) == ["/moved"])
        }
    }

    @Test func `what a receiver asks to wait is told`() async throws {
        try await WebhookReceiver.run { receiver in
            let outcome = await receiver.sender().send(.sample(to: receiver.url("/busy")), signedBy: [secret])
            #expect(outcome == WebhookOutcome(.status(429), retryAfter: 8, answer: "later"))
        }
    }

    @Test func `ten megabytes are cut off and count by their head`() async throws {
        try await WebhookReceiver.run { receiver in
            let outcome = await receiver.sender().send(.sample(to: receiver.url("/huge")), signedBy: [secret])
            #expect(outcome == WebhookOutcome(.status(200), answer: String(repeating: "y", count: 1024)))
            let half = receiver.sender(timeout: .seconds(1))
            let begun = await half.send(.sample(to: receiver.url("/half")), signedBy: [secret])
            #expect(begun == WebhookOutcome(.status(200), answer: "begun"))
        }
    }

    @Test func `a head without end is no answer`() async throws {
        try await WebhookReceiver.run { receiver in
            let outcome = await receiver.sender().send(.sample(to: receiver.url("/endless-head")), signedBy: [secret])
            #expect(outcome.result == .failure(.unreachable))
        }
    }

    @Test func `of an answer a kilobyte is kept, without control characters`() async throws {
        try await WebhookReceiver.run { receiver in
            let outcome = await receiver.sender().send(.sample(to: receiver.url("/bytes")), signedBy: [secret])
            #expect(outcome.answer == "a[31mb\u{FFFD}\n" + String(repeating: "z", count: 1024 - 10))
        }
    }
}
