import KohortCore
import KohortOutbound
import KohortStore
import KohortTesting
import Logging
import Synchronization
import Tenancy
import Testing

@testable import KohortApp

/// A daemon that stands still while it has something leased: its clock is moved by what it sends.
@Suite struct LapsedLeaseTests {
    private let daemons: Daemons
    private var kohort: Kohort { daemons.all[0] }

    init() async throws { daemons = try await Daemons(1) }

    @Test(arguments: [(10, 3), (241, 1)])
    func `letters whose lease ran out while the one before was sent are left to the next`(
        _ seconds: Int, _ count: Int
    ) async throws {
        try await daemons.write(letters: 3)
        let mailer = SlowMailer(daemons.clock, taking: .seconds(seconds))
        try await deliver(by: mailer)
        #expect(mailer.sent == count)
        #expect(try await daemons.outbox().count { $0.state == .sent } == count)
        let next = SlowMailer(daemons.clock, taking: .zero)
        daemons.clock.move(to: daemons.clock.now.adding(.seconds(1)))
        try await deliver(by: next)
        #expect(next.sent == 3 - count)
        #expect(try await daemons.outbox().allSatisfy { $0.state == .sent })
    }

    @Test(arguments: [(0, true), (40, true), (41, false), (61, false)])
    func `a webhook is not tried when its lease has run out, or will before the attempt can end`(
        _ seconds: Int, _ isTried: Bool
    ) async throws {
        let (slug, sender) = (try Slug(Daemons.tenant), Receiver())
        let hook = MakeWebhook(
            tenant: slug, url: "https://receiver.example/events", organisation: nil, events: [])
        _ = try await hook.answer(in: kohort)
        let dispatch = WebhookDispatch(
            clock: kohort.clock, sender: sender, seal: kohort.seal, logger: Logger(label: "webhooks"))
        let leased = try #require(try await kohort.use(slug) { try await dispatch.lease(1, of: $0) }.first)
        daemons.clock.move(to: daemons.clock.now.adding(.seconds(seconds)))
        let attempt = await dispatch.attempt(leased)
        #expect((attempt != nil) == isTried)
        #expect(sender.count == (isTried ? 1 : 0))
    }

    private func deliver(by mailer: any Mailer) async throws {
        let office = Mailbox(try #require(EmailAddress("post@kohort.example")))
        let words = Correspondence { message, _ in
            Mail(
                from: office, to: office, subject: "\(message.id)", text: "", html: "",
                messageID: try #require(MailID("\(message.id)@kohort.example")), date: .at("2026-11-20T08:00:00Z"))
        }
        let delivery = OutboxDelivery(
            clock: kohort.clock, mailer: mailer, correspondence: words, logger: Logger(label: "outbox"))
        _ = try await kohort.use(try Slug(Daemons.tenant)) { try await delivery.deliver($0) }
    }
}

private final class SlowMailer: Mailer {
    private let clock: MovableClock
    private let time: Duration
    private let count = Mutex(0)
    var sent: Int { count.withLock(\.self) }

    init(_ clock: MovableClock, taking time: Duration) { (self.clock, self.time) = (clock, time) }

    func send(_ mail: Mail) async -> MailOutcome {
        count.withLock { $0 += 1 }
        clock.move(to: clock.now.adding(time))
        return .sent
    }
}

private final class Receiver: WebhookSender {
    private let received = Mutex(0)
    var count: Int { received.withLock(\.self) }

    func send(_ message: WebhookMessage, signedBy secrets: [WebhookSecret]) async -> WebhookOutcome {
        received.withLock { $0 += 1 }
        return WebhookOutcome(.status(200))
    }
}
