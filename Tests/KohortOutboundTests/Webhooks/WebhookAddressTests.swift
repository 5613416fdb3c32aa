import KohortCore
import KohortOutbound
import Testing

/// Addresses are judged where the socket is opened: the test puts answers in the place of the resolver's, and allows
/// loopback alone, so that nothing else is ever connected to.
@Suite(.enabled(if: Python.hasServer, "\(Python.missing)"))
struct WebhookAddressTests {
    private let secret = WebhookSecret()

    private func result(_ receiver: WebhookReceiver, _ name: String, at addresses: String) async
        -> WebhookOutcome.Result
    {
        let sender = receiver.sender(timeout: .seconds(2), names: ["\(name):\(receiver.port):\(addresses)"])
        return await sender.send(.sample(to: receiver.url("/ok", host: name)), signedBy: [secret]).result
    }

    @Test(arguments: [
        "10.0.0.1", "100.64.0.1", "169.254.169.254", "172.16.0.1", "192.168.1.1", "0.0.0.0", "[::1]", "[fc00::1]",
        "[fe80::1]", "[::ffff:10.0.0.1]", "[64:ff9b::a00:1]", "[2002:a00:1::1]", "10.0.0.1,192.168.1.1",
    ])
    func `a name that leads into a closed network is not connected to`(address: String) async throws {
        try await WebhookReceiver.run { receiver in
            #expect(await result(receiver, "receiver.example", at: address) == .failure(.address))
            let received = try receiver.received
            #expect(received == [])
        }
    }

    @Test func `the same name at an address that is allowed is`() async throws {
        try await WebhookReceiver.run { receiver in
            #expect(await result(receiver, "receiver.example", at: "127.0.0.1") == .status(200))
            #expect(await result(receiver, "receiver.example", at: "10.0.0.1,127.0.0.1") == .status(200))
            let received = try receiver.received
            #expect(received.count == 2)
        }
    }

    @Test(arguments: ["127.0.0.1", "127.1", "0x7f.1", "2130706433", "localhost"])
    func `without the allowance loopback is refused however it is spelt`(host: String) async throws {
        try await WebhookReceiver.run { receiver in
            let message = WebhookMessage.sample(to: receiver.url("/ok", host: host))
            let closed = CurlWebhookSender(CallRules(allowsPlainHTTP: true, ports: [receiver.port]))
            #expect(await closed.send(message, signedBy: [secret]).result == .failure(.url))
            let received = try receiver.received
            #expect(received == [])
            #expect(await receiver.sender().send(message, signedBy: [secret]).result == .status(200))
        }
    }

    @Test func `encryption is checked, and by an authority of the installation where it names one`() async throws {
        try await WebhookReceiver.run("--tls", secrets: [secret]) { receiver in
            let message = WebhookMessage.sample(to: receiver.url("/ok", host: "localhost", scheme: "https"))
            #expect(await receiver.sender().send(message, signedBy: [secret]).result == .failure(.certificate))
            let trusting = CurlWebhookSender(receiver.rules(authorities: receiver.authority))
            #expect(await trusting.send(message, signedBy: [secret]).result == .status(200))
            let byNumber = WebhookMessage.sample(to: receiver.url("/ok", host: "127.0.0.1", scheme: "https"))
            #expect(await trusting.send(byNumber, signedBy: [secret]).result == .failure(.certificate))
            let received = try receiver.received
            #expect(received.map(\.verified) == [[true]])
        }
    }

    @Test func `a name that leads nowhere and a port that nobody has are told apart`() async throws {
        let loopback = try #require(AddressBlock("127.0.0.0/8"))
        let rules = CallRules(allowsPlainHTTP: true, ports: [9], addresses: AddressRules(allowing: [loopback]))
        let sender = CurlWebhookSender(rules, timeout: .seconds(5))
        let closed = WebhookMessage.sample(to: CallURL(text: "http://127.0.0.1:9/"))
        #expect(await sender.send(closed, signedBy: [secret]).result == .failure(.unreachable))
        let nameless = WebhookMessage.sample(to: CallURL(text: "http://kohort.invalid:9/"))
        #expect(await sender.send(nameless, signedBy: [secret]).result == .failure(.unresolved))
    }
}
