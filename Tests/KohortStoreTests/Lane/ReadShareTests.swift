import Dispatch
import KohortCore
import KohortSQLite
import KohortStore
import KohortTesting
import Testing

/// Shown by what is answered while reads wait, not by a clock.
@Suite(.timeLimit(.minutes(15))) struct ReadShareTests {
    @Test func `reads of one tenant that take long hold up none of another's`() async throws {
        let threads = StoreThreads(writers: 1, readers: 2, files: 1)
        let worlds = (try await TestStore.sample(), try await TestStore.sample())
        let (slow, neighbour) = (try Self.store(of: worlds.0, on: threads), try Self.store(of: worlds.1, on: threads))
        let (begun, goesOn) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<4 {
                group.addTask {
                    let query = WaitingCount {
                        begun.signal()
                        goesOn.wait()
                    }
                    return try await slow.fetch(query, by: .system, at: .now)
                }
            }
            await Self.wait(for: begun)
            for _ in 0..<10 { #expect(await (try? neighbour.fetch(WaitingCount {}, by: .system, at: .now)) == 0) }
            for _ in 0..<4 { goesOn.signal() }
            let counts = try await group.reduce(into: [Int]()) { $0.append($1) }
            #expect(counts == [0, 0, 0, 0])
        }
        #expect(try await slow.fetch(WaitingCount {}, by: .system, at: .now) == 0)
        withExtendedLifetime(worlds) {}
    }

    private static func store(of world: TestStore, on threads: StoreThreads) throws -> Store {
        Store(
            tenant: world.store.tenant, storage: try world.engine.open(world.store.tenant),
            composition: Composition(schema: Schema([]), authority: .everything), threads: threads)
    }

    /// On a thread of its own, since a cooperative one must not wait.
    private static func wait(for semaphore: DispatchSemaphore) async {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                semaphore.wait()
                continuation.resume()
            }
        }
    }
}

private struct WaitingCount: Query {
    static let permission = Permission.readNotes
    let scope = Scope.consortium
    let meanwhile: @Sendable () -> Void

    func fetch(in read: borrowing Read) throws -> Int {
        meanwhile()
        return try read.count("select count(*) from note")
    }
}
