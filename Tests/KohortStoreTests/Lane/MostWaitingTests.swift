import Dispatch
import KohortCore
import KohortStore
import KohortTesting
import Testing

/// The threads are held up, and so whoever comes waits.
@Suite(.timeLimit(.minutes(15))) struct MostWaitingTests {
    @Test func `so many writes of a tenant may wait; one more is refused, and the next is taken after them`()
        async throws
    {
        let (world, threads) = (
            try await TestStore.sample(), StoreThreads(writers: 1, readers: 1, files: 1, mostWaiting: 2)
        )
        let store = try Self.store(of: world, on: threads)
        let write: @Sendable (Int) async throws -> Void = {
            _ = try await store.perform(WriteNote("note \($0)"), by: .system, at: .now)
        }
        #expect(
            await Self.faults(of: write, count: 3, holding: threads.writers)
                == [.unavailable("too many writes of this tenant wait already"), nil, nil])
        try await write(3)
        #expect(try await world.state.titles.count == 3)
    }

    @Test func `so many reads of a tenant may wait; one more is refused, and the next is taken after them`()
        async throws
    {
        let (world, threads) = (
            try await TestStore.sample(), StoreThreads(writers: 1, readers: 1, files: 1, mostWaiting: 2)
        )
        let store = try Self.store(of: world, on: threads)
        let read: @Sendable (Int) async throws -> Void = { _ in
            let count = try await store.fetch(NoteCount(), by: .system, at: .now)
            #expect(count == 0)
        }
        // One of them has the thread, as far as the tenant knows.
        #expect(
            await Self.faults(of: read, count: 4, holding: threads.readers)
                == [.unavailable("too many reads of this tenant wait already"), nil, nil, nil])
        try await read(4)
        withExtendedLifetime(world) {}
    }

    private static func store(of world: TestStore, on threads: StoreThreads) throws -> Store {
        Store(
            tenant: world.store.tenant, storage: try world.engine.open(world.store.tenant),
            composition: Composition(schema: Schema([]), authority: .everything), threads: threads)
    }

    /// Of so many calls at once while the threads are held up until the first of them has ended.
    private static func faults(
        of call: @escaping @Sendable (Int) async throws -> Void, count: Int, holding threads: Threads
    ) async -> [StoreFault?] {
        let goesOn = DispatchSemaphore(value: 0)
        threads.submit { _ in goesOn.wait() }
        return await withTaskGroup(of: StoreFault?.self) { group in
            for number in 0..<count {
                group.addTask {
                    do { try await call(number) } catch { return error as? StoreFault }
                    return nil
                }
            }
            let first = await group.next() ?? nil
            goesOn.signal()
            return await group.reduce(into: [first]) { $0.append($1) }
        }
    }
}

private struct NoteCount: Query {
    static let permission = Permission.readNotes
    let scope = Scope.consortium
    func fetch(in read: borrowing Read) throws -> Int { try read.count("select count(*) from note") }
}
