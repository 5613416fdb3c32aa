import KohortCore
import KohortStore
import KohortTesting
import Testing

struct FileReferencesTests {
    private static let file = StoredFile(hash: String(repeating: "a", count: 64), size: 3)

    @Test func `uses are counted`() async throws {
        let store = try await TestStore.sample()
        try store.write { write in
            try write.retain(Self.file)
            try write.retain(Self.file)
            try write.release(Self.file.hash)
            #expect(try write.count("select uses from file") == 1)
            #expect(try write.count("select size from file") == 3)
        }
    }

    @Test func `nothing is released more often than it was retained`() async throws {
        let store = try await TestStore.sample()
        try store.write { try $0.retain(Self.file) }
        #expect { try store.write { write in for _ in 0..<2 { try write.release(Self.file.hash) } } } throws: { error in
            if case .constraint = error as? StoreFault { true } else { false }
        }
        #expect(try store.write { try $0.count("select uses from file") } == 1)
    }
}
