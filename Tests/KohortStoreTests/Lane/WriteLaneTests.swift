import Foundation
import KohortCore
import KohortStore
import KohortTesting
import Synchronization
import Testing

struct WriteLaneTests {
    @Test func `a commit that fails takes down only the call that it fails for`() async throws {
        let store = try await TestStore.sample()
        let note = DocumentID.new()
        _ = try await store.perform(WriteNote("answered", id: note))
        let faults = await withTaskGroup(of: (any Error)?.self) { group in
            for number in 0..<64 {
                group.addTask {
                    await Self.fault { try await store.perform(WriteReply(note: number == 40 ? .new() : note)) }
                }
            }
            return await group.reduce(into: [any Error]()) { if let fault = $1 { $0.append(fault) } }
        }
        let kinds = faults.map { if case .constraint = $0 as? StoreFault { "constraint" } else { "\($0)" } }
        #expect(kinds == ["constraint"])
        #expect(try await store.fetch(CountReplies()) == 63)
    }

    @Test func `writes that check first do not pass each other`() async throws {
        let store = try await TestStore.sample()
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<100 {
                group.addTask { _ = try? await store.perform(WriteUpTo(limit: 3, title: "note \(number)")) }
            }
        }
        #expect(try await store.state.titles.count == 3)
    }

    @Test func `two stores of one tenant, as of two daemons, do not pass each other either`() async throws {
        let store = try await TestStore.sample()
        let daemons = try (0..<2).map { _ in
            Store(
                tenant: store.store.tenant, storage: try store.engine.open(store.store.tenant),
                composition: Composition(schema: Schema([]), authority: .everything),
                threads: StoreThreads(writers: 1, readers: 1, files: 1))
        }
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<40 {
                let command = WriteUpTo(limit: 10, title: "note \(number)")
                group.addTask { _ = try? await daemons[number % 2].perform(command, by: .system, at: .now) }
            }
        }
        #expect(try await store.state.titles.count == 10)
        for daemon in daemons { try await daemon.close() }
    }

    @Test(arguments: [false, true])
    func `who is refused before writing makes nobody run again, who is refused after it does`(_ writes: Bool)
        async throws
    {
        let store = try await TestStore.sample()
        let runs = Runs()
        await withTaskGroup(of: Void.self) { group in
            group.addTask { _ = try? await store.perform(WriteUpTo(limit: 100, title: "first", thinks: 0.5)) }
            for number in 0..<60 {
                let command = CountedNote(
                    title: "note \(number)", writes: writes, isRefused: number % 20 == 0, runs: runs)
                group.addTask { _ = try? await store.perform(command) }
            }
        }
        #expect(try await store.state.titles.count == 58)
        #expect(writes ? runs.count > 60 : runs.count == 60)
    }

    @Test func `what may have been done is not done again`() async throws {
        let tried = try await TestStore.sample()
        let silent = Store(
            tenant: tried.store.tenant, storage: SilentStorage(try tried.engine.open(tried.store.tenant)),
            composition: Composition(schema: Schema([]), authority: .everything),
            threads: StoreThreads(writers: 1, readers: 1, files: 1))
        let faults = await withTaskGroup(of: (any Error)?.self) { group in
            for number in 0..<20 {
                let command = WriteUpTo(limit: 100, title: "note \(number)")
                group.addTask { await Self.fault { try await silent.perform(command, by: .system, at: .now) } }
            }
            return await group.reduce(into: [any Error]()) { if let fault = $1 { $0.append(fault) } }
        }
        #expect(faults.compactMap { $0 as? StoreFault } == Array(repeating: .undecided("no answer"), count: 20))
        #expect(try await tried.state.titles.count == 20)
    }

    @Test func `what nobody can begin is waited for once, and not for each`() async throws {
        let tried = try await TestStore.sample()
        let locked = LockedStorage(try tried.engine.open(tried.store.tenant))
        let store = Store(
            tenant: tried.store.tenant, storage: locked,
            composition: Composition(schema: Schema([]), authority: .everything),
            threads: StoreThreads(writers: 1, readers: 1, files: 1))
        for isLocked in [true, false] {
            locked.isLocked.store(isLocked, ordering: .relaxed)
            let faults = await withTaskGroup(of: (any Error)?.self) { group in
                for number in 0..<40 {
                    let command = WriteUpTo(limit: 100, title: "note \(number)")
                    group.addTask { await Self.fault { try await store.perform(command, by: .system, at: .now) } }
                }
                return await group.reduce(into: [any Error]()) { if let fault = $1 { $0.append(fault) } }
            }
            let expected = Array(repeating: StoreFault.unavailable("locked"), count: isLocked ? 40 : 0)
            #expect(faults.compactMap { $0 as? StoreFault } == expected)
        }
        #expect(locked.refused.load(ordering: .relaxed) <= 40)
        #expect(try await tried.state.titles.count == 40)
    }

    private static func fault(_ body: () async throws -> some Any) async -> (any Error)? {
        do { _ = try await body() } catch { return error }
        return nil
    }
}

private struct CountReplies: Query {
    static let permission = Permission.readNotes
    let scope = Scope.consortium
    func fetch(in read: borrowing Read) throws -> Int { try read.count("select count(*) from reply") }
}

/// Thinks between looking and writing, so that another would have the time to pass.
private struct WriteUpTo: Command {
    static let permission = Permission.writeNotes
    static let events: [any Event.Type] = []
    var scope: Scope { .consortium }
    let limit: Int
    let title: String
    var thinks = 0.005

    func perform(in write: borrowing Write) throws -> Done {
        guard try write.count("select count(*) from note") < limit else { throw Rejection.conflict("note.full") }
        Thread.sleep(forTimeInterval: thinks)
        try write.execute("insert into note (id, title, amount) values (\(title), \(title), 1)")
        return Done()
    }
}

/// How often commands have run, which a command has no business to know.
private final class Runs: Sendable, Codable {
    private let counter = Atomic(0)
    var count: Int { counter.load(ordering: .relaxed) }
    func add() { counter.add(1, ordering: .relaxed) }

    init() {}
    init(from decoder: any Decoder) {}
    func encode(to encoder: any Encoder) {}
}

private struct CountedNote: Command {
    static let permission = Permission.writeNotes
    static let events: [any Event.Type] = []
    var scope: Scope { .consortium }
    let title: String
    let writes: Bool
    let isRefused: Bool
    let runs: Runs

    func perform(in write: borrowing Write) throws -> Done {
        runs.add()
        if isRefused, !writes { throw Rejection.conflict("note.refused") }
        try write.execute("insert into note (id, title, amount) values (\(title), \(title), 1)")
        if isRefused { throw Rejection.conflict("note.refused") }
        return Done()
    }
}
