import KohortCore
import KohortOutbound
import KohortStore
import KohortTesting
import Logging
import Synchronization
import Testing

@testable import KohortApp

/// Two daemons that send one tenant's letters.
@Suite(.enabled(if: TestEngine.isShared, "one process has a folder to itself"))
struct SharedOutboxTests {
    @Test func `two live workers send every message once between them`() async throws {
        let (daemons, server) = (try await Daemons(2), MailServer())
        try await daemons.write(letters: 30)
        let results = await atOnce(daemons.all) { kohort in
            var tried = 0
            while case let count = try await server.deliver(kohort), count > 0 { tried += count }
            return tried
        }
        #expect(results.successes().reduce(0, +) == 30)
        let ids = try await daemons.outbox().map(\.id.description)
        #expect(server.received.sorted() == ids.sorted())
        #expect(try await daemons.outbox().allSatisfy { $0.state == .sent && $0.attempts == 1 })
    }

    @Test func `what a dead worker had leased is taken over when its lease ends, and not before`() async throws {
        let (daemons, server) = (try await Daemons(2), MailServer())
        try await daemons.write(letters: 3)
        let lease = LeaseMessages(limit: 5, leaseSeconds: 240)
        let dead = try await daemons.perform(lease, at: daemons.all[0])
        #expect(dead.count == 3)
        daemons.clock.move(to: daemons.clock.now.adding(.seconds(240)))
        #expect(try await server.deliver(daemons.all[1]) == 0)
        daemons.clock.move(to: daemons.clock.now.adding(.seconds(1)))
        #expect(try await server.deliver(daemons.all[1]) == 3)
        #expect(server.received.count == 3)
    }

    @Test func `a worker that was overtaken changes nothing any more`() async throws {
        let daemons = try await Daemons(2)
        try await daemons.write(letters: 1)
        let lease = LeaseMessages(limit: 1, leaseSeconds: 240)
        let slow = try #require(try await daemons.perform(lease, at: daemons.all[0]).first)
        daemons.clock.move(to: daemons.clock.now.adding(.seconds(241)))
        let next = try #require(try await daemons.perform(lease, at: daemons.all[1]).first)
        #expect((next.id, next.attempt) == (slow.id, slow.attempt + 1))
        let failed = SettleMessage(slow, result: .failed(problem: "too late"))
        _ = try await daemons.perform(failed, at: daemons.all[0])
        #expect(try await daemons.outbox().map(\.state) == [.waiting])
        let sent = SettleMessage(next, result: .sent)
        _ = try await daemons.perform(sent, at: daemons.all[1])
        #expect(try await daemons.outbox().map(\.state) == [.sent])
    }
}

extension Daemons {
    fileprivate func perform<C: Command>(_ command: C, at kohort: Kohort) async throws -> C.Outcome {
        try await kohort.use(try Slug(Self.tenant)) {
            try await $0.store.perform(command, by: .system, at: clock.now)
        }
    }
}

/// The far end: keeps the ids of the messages that reach it.
private final class MailServer: Mailer {
    private let ids = Mutex<[String]>([])
    var received: [String] { ids.withLock { $0 } }

    func send(_ mail: Mail) async -> MailOutcome {
        try? await Task.sleep(for: .milliseconds(2))
        ids.withLock { $0.append(mail.subject) }
        return .sent
    }

    /// One round of a daemon's worker; the words of a letter are its id.
    func deliver(_ kohort: Kohort) async throws -> Int {
        let office = Mailbox(try #require(EmailAddress("post@kohort.example")))
        let words = Correspondence { message, _ in
            Mail(
                from: office, to: office, subject: "\(message.id)", text: "", html: "",
                messageID: try #require(MailID("\(message.id)@kohort.example")), date: kohort.clock.now)
        }
        let delivery = OutboxDelivery(
            clock: kohort.clock, mailer: self, correspondence: words, logger: Logger(label: "outbox"))
        return try await kohort.use(try Slug(Daemons.tenant)) { try await delivery.deliver($0) }
    }
}
