#if PostgreSQL
    import KohortCore
    import KohortStore
    import KohortTesting
    import Testing

    /// One tenant in two daemons: each has a store of its own on the same schema.
    @Suite(.enabled(if: TestEngine.server != nil)) struct SharedTenantTests {
        private let store: TestStore
        private let other: Store

        init() async throws {
            store = try await TestStore.sample()
            other = try store.daemons(1)[0].store
        }

        @Test func `a version tells of the other daemon's commits`() async throws {
            let before = try await store.store.version()
            #expect(try await other.version() == before)
            _ = try await other.perform(WriteNote("elsewhere"), by: .system, at: .now)
            let after = try await store.store.version()
            #expect(after > before)
            #expect(try await other.version() == after)
        }

        @Test func `a commit that changes nothing is no news`() async throws {
            let before = try await store.store.version()
            _ = try await other.perform(LeaseMessages(limit: 9, leaseSeconds: 9), by: .system, at: .now)
            #expect(try await store.store.version() == before)
        }

        @Test func `of messages that are due, each is leased to one daemon`() async throws {
            for number in 0..<30 { _ = try await store.perform(WriteNote("note \(number)"), at: .now) }
            let lease = LeaseMessages(limit: 20, leaseSeconds: 60)
            let now = Instant.now
            async let here = store.store.perform(lease, by: .system, at: now)
            async let there = other.perform(lease, by: .system, at: now)
            let leased = try await here + there
            #expect(leased.count == 30)
            #expect(Set(leased.map(\.id)).count == 30)
        }
    }
#endif
