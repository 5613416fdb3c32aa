import KohortOutbound
import Testing

/// What counts seconds; runs alone, after the crowd.
@Suite(.enabled(if: Python.hasServer, "\(Python.missing)"))
struct WebhookPatienceTests {
    private let secret = WebhookSecret()

    @Test(arguments: ["/hanging", "/trickling"])
    func `a receiver that hangs is left in time`(path: String) async throws {
        try await WebhookReceiver.run { receiver in
            let begin = ContinuousClock.now
            let sender = receiver.sender(timeout: .seconds(1))
            let outcome = await sender.send(.sample(to: receiver.url(path)), signedBy: [secret])
            #expect(outcome == WebhookOutcome(.failure(.timeout)))
            #expect(ContinuousClock.now - begin < .seconds(4))
        }
    }

    @Test func `breaking off ends what is under way`() async throws {
        try await WebhookReceiver.run { receiver in
            let begin = ContinuousClock.now
            let task = Task { [secret] in
                await receiver.sender().send(.sample(to: receiver.url("/hanging")), signedBy: [secret])
            }
            try await Task.sleep(for: .milliseconds(300))
            task.cancel()
            #expect(await task.value == WebhookOutcome(.failure(.local)))
            #expect(ContinuousClock.now - begin < .seconds(5))
        }
    }
}
