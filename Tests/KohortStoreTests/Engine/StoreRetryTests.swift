import KohortCore
import KohortTesting
import Synchronization
import Testing

@testable import KohortStore

/// What is no command is done again too where a conflict was in the way, and given up after the third time.
struct StoreRetryTests {
    private static let schema = Schema([StoreSchema.module])
    private let folder: TestFolder
    private let copy: TestStore
    private let storage: InterruptedStorage
    private let store: Store

    init() async throws {
        folder = try TestFolder()
        copy = try await TestStore.make()
        storage = InterruptedStorage(try copy.engine.open(copy.store.tenant))
        store = Store(
            tenant: copy.store.tenant, storage: storage,
            composition: Composition(schema: Self.schema, authority: .everything), threads: TestStore.threads)
    }

    @Test func `a migration`() async throws {
        storage.conflicts.store(3, ordering: .relaxed)
        #expect(try await store.migrate(at: .at("2026-11-01T10:00:00Z")) == [])
        storage.conflicts.store(4, ordering: .relaxed)
        await #expect(throws: StoreFault.interrupted("conflict")) {
            try await store.migrate(at: .at("2026-11-01T10:00:00Z"))
        }
    }

    @Test func `an archive that is loaded`() async throws {
        let files = copy.engine.files(of: copy.store.tenant)
        let archive = Archive(path: folder.path + "/t.kohort")
        _ = try await copy.store.export(
            to: archive, slug: try Slug("ks"), files: files, at: .at("2026-11-01T10:00:00Z"))
        storage.conflicts.store(3, ordering: .relaxed)
        try await store.load(archive, made: Self.schema, files: files)
        storage.conflicts.store(4, ordering: .relaxed)
        await #expect(throws: StoreFault.interrupted("conflict")) {
            try await store.load(archive, made: Self.schema, files: files)
        }
    }
}
