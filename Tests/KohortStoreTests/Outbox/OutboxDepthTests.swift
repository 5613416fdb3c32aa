import KohortCore
import KohortTesting
import Testing

@testable import KohortStore

struct OutboxDepthTests {
    private static let written = Instant.at("2026-09-01T10:00:00Z")

    @Test func `counts what waits and what failed, and since when the oldest is due`() async throws {
        let store = try await TestStore.sample()
        #expect(try await store.fetch(OutboxDepth()) == OutboxDepth.Answer(waiting: 0, failed: 0, dueSince: nil))
        for number in 1...3 { _ = try await store.perform(WriteNote("note \(number)")) }
        let leased = try await store.perform(LeaseMessages(limit: 3, leaseSeconds: 60))
        _ = try await store.perform(SettleMessage(leased[0], result: .sent))
        _ = try await store.perform(SettleMessage(leased[1], result: .failed(problem: "550")))
        let depth = try await store.fetch(OutboxDepth())
        #expect(depth == OutboxDepth.Answer(waiting: 1, failed: 1, dueSince: Self.written))
        let later = SettleMessage.Result.retry(problem: "451", afterSeconds: 300)
        _ = try await store.perform(SettleMessage(leased[2], result: later))
        #expect(try await store.fetch(OutboxDepth()) == OutboxDepth.Answer(waiting: 1, failed: 1, dueSince: nil))
    }
}
