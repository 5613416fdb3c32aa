import KohortCore
import KohortOutbound
import KohortStore
import KohortTesting
import Logging
import Synchronization
import Tenancy
import Testing

@testable import KohortApp

@Suite struct OutboxWorkerTests {
    private let kohort: Installation
    private let mailer = RecordingMailer()

    init() async throws { kohort = try await Installation(at: .at("2026-11-20T08:00:00Z")) }

    @Test func `a tenant with many letters sends a few at a time, and the others' go out between them`() async throws {
        try await write(7, in: "norra-norrland")
        try await write(1, in: "romerike")
        let worker = OutboxWorker(kohort.open, delivery, logger: Logger(label: "outbox"))
        var polls = TenantPolls(kohort.open)
        polls.beginRound()
        #expect(await worker.goRound(&polls))
        #expect(mailer.senders == Array(repeating: "norra-norrland", count: 5) + ["romerike"])
        #expect(await worker.goRound(&polls))
        #expect(mailer.senders.dropFirst(6) == ["norra-norrland", "norra-norrland"])
        #expect(await !worker.goRound(&polls), "nothing is left")
        try await kohort.open.close()
    }

    @Test func `a worker that is told to stop finishes its letter and gives back the others at once`() async throws {
        try await write(3, in: "romerike")
        let (open, delivery) = (kohort.open, delivery(by: LastMailer()))
        let tenant = try Slug("romerike")
        _ = try await Task { try await open.use(tenant) { try await delivery.deliver($0) } }.value
        let outbox = try await outbox(of: tenant)
        #expect(outbox.count { $0.state == .sent } == 1)
        let waiting = outbox.filter { $0.state == .waiting }
        #expect(waiting.map(\.dueAt) == [kohort.clock.now, kohort.clock.now])
        #expect(waiting.allSatisfy { $0.leaseUntil == nil })
        _ = try await open.use(tenant) { try await self.delivery.deliver($0) }
        #expect(try await self.outbox(of: tenant).allSatisfy { $0.state == .sent && $0.problem == nil })
        try await open.close()
    }

    private var delivery: OutboxDelivery { delivery(by: mailer) }

    /// The words of a letter are whose it is.
    private func delivery(by mailer: any Mailer) -> OutboxDelivery {
        let words = Correspondence { message, open in
            let office = Mailbox(try #require(EmailAddress("post@kohort.example")))
            return Mail(
                from: office, to: office, subject: open.tenant.slug.text, text: "", html: "",
                messageID: try #require(MailID("\(message.id)@kohort.example")), date: .at("2026-11-20T08:00:00Z"))
        }
        return OutboxDelivery(
            clock: kohort.open.clock, mailer: mailer, correspondence: words, logger: Logger(label: "outbox"))
    }

    private func write(_ letters: Int, in tenant: String) async throws {
        for number in 0..<letters {
            let email = try #require(EmailAddress("somebody-\(number)@office.example"))
            let call = MailInvitation(
                tenant: try Slug(tenant), email: email, name: "Somebody", role: .committee, organisation: nil,
                language: .nb)
            _ = try await call.answer(in: kohort.open)
        }
    }

    private func outbox(of tenant: Slug) async throws -> [Message] {
        try await kohort.open.use(tenant) {
            try await $0.store.fetch(OutboxList(), by: .operator, at: kohort.clock.now)
        }
    }
}

private final class RecordingMailer: Mailer {
    private let subjects = Mutex<[String]>([])
    var senders: [String] { subjects.withLock(\.self) }

    func send(_ mail: Mail) async -> MailOutcome {
        subjects.withLock { $0.append(mail.subject) }
        return .sent
    }
}

/// Its daemon is told to stop while it sends.
private struct LastMailer: Mailer {
    func send(_ mail: Mail) async -> MailOutcome {
        withUnsafeCurrentTask { $0?.cancel() }
        return .sent
    }
}
