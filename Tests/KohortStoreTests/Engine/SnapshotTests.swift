import Dispatch
import KohortCore
import KohortStore
import KohortTesting
import Testing

struct SnapshotTests {
    @Test func `a query sees one moment, whatever is written meanwhile`() async throws {
        let store = try await TestStore.sample()
        _ = try await store.perform(WriteNote("before"))
        let counts = try await store.fetch(
            CountAround {
                let written = DispatchSemaphore(value: 0)
                Task {
                    _ = try await store.perform(WriteNote("meanwhile"))
                    written.signal()
                }
                written.wait()
            })
        #expect(counts == [1, 1])
        #expect(try await store.state.titles == ["before", "meanwhile"])
    }

    @Test func `a query cannot write`() async throws {
        let store = try await TestStore.sample()
        await #expect(throws: StoreFault.self) { try await store.fetch(SneakyQuery()) }
        #expect(try await store.state == SampleState())
    }
}

/// Counts the notes, lets something happen, and counts again.
private struct CountAround: Query {
    static let permission = Permission.readNotes
    let scope = Scope.consortium
    let meanwhile: @Sendable () -> Void

    init(_ meanwhile: @escaping @Sendable () -> Void) { self.meanwhile = meanwhile }

    func fetch(in read: borrowing Read) throws -> [Int] {
        let before = try read.count("select count(*) from note")
        meanwhile()
        return [before, try read.count("select count(*) from note")]
    }
}

private struct SneakyQuery: Query {
    static let permission = Permission.readNotes
    let scope = Scope.consortium

    func fetch(in read: borrowing Read) throws -> Int {
        try read.forEach("insert into note (id, title, amount) values ('a', 'a', 1)") { _ in }
        return 0
    }
}
