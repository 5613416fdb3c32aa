import KohortCore
import KohortStore
import KohortTesting
import Testing

struct NextMessageTests {
    private static let written = Instant.at("2026-09-01T10:00:00Z")

    @Test func `nothing is due where nothing waits`() async throws {
        let store = try await TestStore.sample()
        #expect(try await store.fetch(NextMessageDue()) == nil)
    }

    @Test func `the earliest due time or end of a lease is next`() async throws {
        let store = try await TestStore.sample()
        _ = try await store.perform(WriteNote("leased"))
        let leased = try #require(try await store.perform(LeaseMessages(limit: 1, leaseSeconds: 60)).first)
        #expect(try await store.fetch(NextMessageDue()) == Self.written.adding(.seconds(60)))
        _ = try await store.perform(WriteNote("waiting"), at: Self.written.adding(.seconds(30)))
        #expect(try await store.fetch(NextMessageDue()) == Self.written.adding(.seconds(30)))
        _ = try await store.perform(SettleMessage(leased, result: .sent))
        #expect(try await store.fetch(NextMessageDue()) == Self.written.adding(.seconds(30)))
    }
}
