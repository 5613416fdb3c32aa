import KohortCore
import KohortTesting
import Testing

@testable import KohortStore

struct KeptWithoutSnapshotTests {
    @Test func `what is kept takes no snapshot until the next commit`() async throws {
        let world = try await World(.everything)
        for _ in 0..<3 { #expect(try await world.count("note") == 0) }
        #expect(world.storage.snapshots == 1)
        _ = try await world.store.perform(WriteNote("note"), by: .system, at: .now)
        for _ in 0..<3 { #expect(try await world.count("note") == 1) }
        #expect(world.storage.snapshots == 2)
    }

    @Test func `a right that is not kept takes one, and is asked each time`() async throws {
        let world = try await World(.asking { read in try read.count("select count(*) from note") < 1 })
        for _ in 0..<3 { #expect(try await world.count("note") == 0) }
        #expect(world.storage.snapshots == 3)
        _ = try await world.store.perform(WriteNote("note"), by: .system, at: .now)
        await #expect(throws: Rejection.forbidden) { try await world.count("note") }
    }

    @Test func `a right that is kept is asked each time without one`() async throws {
        let world = try await World(.asking { read in try read.kept(NotesOf(title: "right")) < 1 })
        for _ in 0..<3 { #expect(try await world.count("note") == 0) }
        #expect(world.storage.snapshots == 1)
        _ = try await world.store.perform(WriteNote("right"), by: .system, at: .now)
        for _ in 0..<3 { await #expect(throws: Rejection.forbidden) { try await world.count("note") } }
        #expect(world.storage.snapshots == 2)
    }

    @Test func `a query that goes on without what it could not read is asked in a snapshot`() async throws {
        let world = try await World(.everything)
        for _ in 0..<2 { #expect(try await world.store.fetch(Forgiving(), by: .system, at: .now) == 0) }
    }

    @Test func `a store that is closed answers nothing that it kept`() async throws {
        let world = try await World(.everything)
        #expect(try await world.count("note") == 0)
        try await world.store.close()
        _ = try? await world.count("note")
        #expect(world.storage.snapshots == 2)
    }
}

/// A store whose snapshots are counted.
private struct World {
    let storage: CountedStorage
    let store: Store
    private let made: TestStore

    init(_ authority: Authority) async throws {
        made = try await TestStore.sample()
        storage = CountedStorage(try made.engine.open(made.store.tenant))
        store = Store(
            tenant: made.store.tenant, storage: storage,
            composition: Composition(schema: Schema([]), authority: authority), threads: TestStore.threads)
    }

    func count(_ title: String) async throws -> Int {
        try await store.fetch(NotesOf(title: title), by: .system, at: .now)
    }
}

extension Authority {
    /// Everything may be read while what is asked holds, and written always.
    fileprivate static func asking(_ mayRead: @escaping @Sendable (borrowing Read) throws -> Bool) -> Authority {
        Authority(
            decide: { _, permission, _, read in
                try permission != .readNotes || mayRead(read) ? .allowed : .forbidden
            }, reach: { _, _, _ in .all })
    }
}

private struct NotesOf: KeptQuery {
    static let permission = Permission.readNotes
    let scope = Scope.consortium
    let title: String

    func fetch(in read: borrowing Read) throws -> Int {
        try read.count("select count(*) from note where title = \(title)")
    }
}

private struct Forgiving: Query {
    static let permission = Permission.readNotes
    static let isKept = true
    let scope = Scope.consortium

    func fetch(in read: borrowing Read) throws -> Int { (try? read.count("select count(*) from note")) ?? -1 }
}
