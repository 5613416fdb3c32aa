import KohortCore
import KohortOutbound
import KohortStore
import Logging

/// Sends what one tenant's outbox has due: leases, writes, sends, settles. A worker that dies leaves leases that end.
package struct OutboxDelivery: Sendable {
    /// Few and long enough that the lease outlasts the sending: another daemon would send them a second time.
    private static let batch = 5
    private static let leaseSeconds = 240
    /// Longer than one letter can take.
    private static let longestSending = Duration.seconds(40)
    private let clock: WallClock
    private let mailer: any Mailer
    private let correspondence: Correspondence
    private let logger: Logger

    package init(clock: WallClock, mailer: any Mailer, correspondence: Correspondence, logger: Logger) {
        (self.clock, self.mailer) = (clock, mailer)
        (self.correspondence, self.logger) = (correspondence, logger)
    }

    /// Answers how many messages were leased. A daemon that stood still meanwhile leaves to its successor those whose lease
    /// has run out when their turn comes; one that is told to stop gives back what it has not begun to send.
    @discardableResult package func deliver(_ tenant: TenantStore) async throws -> Int {
        let lease = LeaseMessages(limit: Self.batch, leaseSeconds: Self.leaseSeconds)
        let messages = try await tenant.store.perform(lease, by: .system, at: clock.now)
        for message in messages where clock.now.adding(Self.longestSending) <= message.until {
            let result = Task.isCancelled ? .retry(problem: "stopped", afterSeconds: 0) : await send(message, tenant)
            let settle = SettleMessage(message, result: result)
            _ = try await tenant.store.perform(settle, by: .system, at: clock.now)
        }
        return messages.count
    }

    private func send(_ message: LeaseMessages.Leased, _ tenant: TenantStore) async -> SettleMessage.Result {
        do {
            guard let mail = try await correspondence.compose(message, tenant) else { return .sent }
            switch await mailer.send(mail) {
            case .sent: return .sent
            case .retry(let failure): return postponed(message, "\(failure)")
            case .refused(let failure): return .failed(problem: "\(failure)")
            }
        } catch {
            logger.error("letter not written", metadata: ["kind": "\(message.kind)", "error": "\(error)"])
            return postponed(message, "not written")
        }
    }

    private func postponed(_ message: LeaseMessages.Leased, _ problem: String) -> SettleMessage.Result {
        RetrySchedule.wait(after: message.attempt).map { .retry(problem: problem, afterSeconds: $0) }
            ?? .failed(problem: problem)
    }
}
