import KohortOutbound
import Testing

struct WebhookMessageTests {
    /// The vector that the libraries of Standard Webhooks carry in their own tests.
    private let message = WebhookMessage(
        url: CallURL(text: "https://receiver.example/"), id: "msg_p5jXN8AQM9LWM0D4loKWxJek",
        timestamp: 1_614_265_330,
        body: Array(#"{"test": 2432232314}"#.utf8))
    private let signature = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="

    @Test func `is signed as Standard Webhooks has it`() throws {
        let secret = try #require(WebhookSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))
        #expect(message.signature(by: [secret]) == signature)
    }

    @Test func `bears two signatures while a secret is changed`() throws {
        let (old, new) = (try #require(WebhookSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")), WebhookSecret())
        let parts = message.signature(by: [new, old]).split(separator: " ").map(String.init)
        #expect(parts == [message.signature(by: [new]), signature])
        #expect(Set(parts).count == 2)
    }

    @Test func `is signed otherwise when anything of it differs`() throws {
        let secret = WebhookSecret()
        let others = [
            WebhookMessage(url: message.url, id: "msg_2", timestamp: message.timestamp, body: message.body),
            WebhookMessage(url: message.url, id: message.id, timestamp: message.timestamp + 1, body: message.body),
            WebhookMessage(url: message.url, id: message.id, timestamp: message.timestamp, body: message.body + [32]),
        ]
        let signatures = Set(([message] + others).map { $0.signature(by: [secret]) })
        #expect(signatures.count == 4)
    }
}

struct WebhookSecretTests {
    @Test func `is made fresh and reads back`() throws {
        let (one, other) = (WebhookSecret(), WebhookSecret())
        #expect(one != other)
        #expect(WebhookSecret(one.text) == one)
        #expect(one.text.hasPrefix("whsec_") && one.text.utf8.count == 50)
    }

    @Test(arguments: [
        "", "whsec_", "whsec_AAAA", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_***", "whsec_MfKQ9r8GKYqr",
    ])
    func `of another form is none`(text: String) { #expect(WebhookSecret(text) == nil) }

    @Test func `shows in no description`() {
        let secret = WebhookSecret()
        var dumped = ""
        dump(secret, to: &dumped)
        for text in ["\(secret)", String(reflecting: secret), dumped] {
            #expect(!text.contains(secret.text.dropFirst(6)) && !text.contains("bytes"))
        }
    }
}
