import KohortCore
import KohortStore
import KohortTesting
import Testing

struct OutboxTests {
    private static let written = Instant.at("2026-09-01T10:00:00Z")

    @Test func `a letter waits from the moment it was written`() async throws {
        let store = try await TestStore.sample()
        let note = WriteNote("note")
        _ = try await store.perform(note)
        let messages = try await store.fetch(OutboxList())
        #expect(messages.map(\.kind) == ["sample.note"])
        #expect(messages.map(\.payload) == [#"{"note":"\#(note.id)"}"#])
        #expect(messages.map(\.state) == [.waiting])
        #expect(messages.map(\.dueAt) == [Self.written])
    }

    @Test func `a lease is one worker's while it lasts`() async throws {
        let store = try await letters(3)
        let first = try await lease(2, in: store)
        #expect(first.map(\.attempt) == [1, 1])
        #expect(try await lease(2, in: store).count == 1)
        #expect(try await lease(2, in: store).isEmpty)
        let later = try await lease(9, in: store, after: 61)
        #expect(later.map(\.attempt) == [2, 2, 2])
    }

    @Test func `workers at once lease each message once`() async throws {
        let store = try await letters(20)
        let leased = try await withThrowingTaskGroup(of: [MessageID].self) { group in
            for _ in 0..<10 { group.addTask { try await lease(3, in: store).map(\.id) } }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(leased.count == 20)
        #expect(Set(leased).count == 20)
    }

    @Test func `what was sent is not leased again`() async throws {
        let store = try await letters(1)
        let message = try #require(try await lease(1, in: store).first)
        _ = try await store.perform(SettleMessage(message, result: .sent))
        #expect(try await lease(1, in: store, after: 3600).isEmpty)
        let sent = try await store.fetch(OutboxList(state: .sent))
        #expect(sent.map(\.endedAt) == [Self.written])
        #expect(sent.map(\.leaseUntil) == [nil])
    }

    @Test func `what is to be tried again waits for its time`() async throws {
        let store = try await letters(1)
        let message = try #require(try await lease(1, in: store).first)
        let retry = SettleMessage.Result.retry(problem: "451", afterSeconds: 300)
        _ = try await store.perform(SettleMessage(message, result: retry))
        #expect(try await store.fetch(OutboxList()).map(\.problem) == ["451"])
        #expect(try await lease(1, in: store, after: 299).isEmpty)
        #expect(try await lease(1, in: store, after: 300).map(\.attempt) == [2])
    }

    @Test func `a worker that was overtaken changes nothing`() async throws {
        let store = try await letters(1)
        let slow = try #require(try await lease(1, in: store).first)
        let quick = try #require(try await lease(1, in: store, after: 61).first)
        _ = try await store.perform(SettleMessage(slow, result: .failed(problem: "550")))
        #expect(try await store.fetch(OutboxList()).map(\.state) == [.waiting])
        _ = try await store.perform(SettleMessage(quick, result: .sent))
        _ = try await store.perform(SettleMessage(slow, result: .failed(problem: "550")))
        let messages = try await store.fetch(OutboxList())
        #expect(messages.map(\.state) == [.sent])
        #expect(messages.map(\.problem) == [nil])
    }

    @Test func `a failed message is sent again when somebody says so`() async throws {
        let store = try await letters(1)
        let message = try #require(try await lease(1, in: store).first)
        await #expect(throws: Rejection.conflict("outbox.not_failed")) {
            try await store.perform(RetryMessage(id: message.id))
        }
        _ = try await store.perform(SettleMessage(message, result: .failed(problem: "550")))
        #expect(try await lease(1, in: store, after: 3600).isEmpty)
        _ = try await store.perform(RetryMessage(id: message.id))
        #expect(try await lease(1, in: store).map(\.attempt) == [2])
        await #expect(throws: Rejection.notFound) { try await store.perform(RetryMessage(id: .new())) }
    }

    @Test func `all that failed is sent again at a word, and nothing else`() async throws {
        let store = try await letters(4)
        let results: [SettleMessage.Result] = [.failed(problem: "550"), .failed(problem: "5.1.1"), .sent]
        for (message, result) in zip(try await lease(3, in: store), results) {
            _ = try await store.perform(SettleMessage(message, result: result))
        }
        #expect(try await store.perform(RetryFailedMessages()) == 2)
        #expect(try await lease(9, in: store).map(\.attempt).sorted() == [1, 2, 2])
        #expect(try await store.perform(RetryFailedMessages()) == 0)
    }

    @Test func `the list is by state, newest first, and limited`() async throws {
        let store = try await letters(3)
        let oldest = try #require(try await lease(1, in: store).first)
        _ = try await store.perform(SettleMessage(oldest, result: .sent))
        let all = try await store.fetch(OutboxList()).map(\.id)
        #expect(all == all.sorted().reversed())
        #expect(try await store.fetch(OutboxList(state: .waiting)).map(\.id) == all.filter { $0 != oldest.id })
        #expect(try await store.fetch(OutboxList(limit: 1)).map(\.id) == Array(all.prefix(1)))
    }

    private func letters(_ count: Int) async throws -> TestStore {
        let store = try await TestStore.sample()
        for number in 0..<count { _ = try await store.perform(WriteNote("note \(number)")) }
        return store
    }

    private func lease(
        _ limit: Int, in store: TestStore, after seconds: Int = 0
    ) async throws -> [LeaseMessages.Leased] {
        let now = Self.written.adding(.seconds(seconds))
        return try await store.perform(LeaseMessages(limit: limit, leaseSeconds: 60), at: now)
    }
}
