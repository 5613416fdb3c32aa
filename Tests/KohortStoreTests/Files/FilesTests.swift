import KohortCore
import KohortStore
import KohortTesting
import Testing

struct FilesTests {
    private let store: TestStore
    private let files: Files

    init() async throws {
        store = try await TestStore.sample()
        files = Files(store.engine.files(of: store.store.tenant), on: TestStore.threads.files)
    }

    @Test func `a file is its content, named by SHA-256`() async throws {
        let file = try await stored(Array("abc".utf8))
        let hash = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        #expect(file == StoredFile(hash: hash, size: 3))
        #expect(try await files.read(hash) == Array("abc".utf8))
    }

    @Test func `an empty file is a file`() async throws {
        let file = try await stored([])
        #expect(file.size == 0)
        #expect(try await files.read(file.hash) == [])
    }

    @Test func `the same content is there once, and gone when it is removed`() async throws {
        let first = try await stored(Self.long)
        #expect(try await stored(Self.long) == first)
        try await files.remove(first.hash)
        #expect(try await files.read(first.hash) == nil)
        try await files.remove(first.hash)
        #expect(try await stored(Self.long) == first)
        #expect(try await content(of: first) == Self.long)
    }

    @Test(arguments: [1, 1000, 1 << 16, 1 << 20])
    func `a file may arrive in pieces of any size`(_ size: Int) async throws {
        let upload = try await files.begin()
        let bytes = size == 1 ? Array(Self.long.prefix(200)) : Self.long
        for start in stride(from: 0, to: bytes.count, by: size) {
            try await upload.append(Array(bytes.dropFirst(start).prefix(size)))
        }
        let file = try await upload.finish()
        #expect(file == (try await stored(bytes)))
        #expect(try await content(of: file) == bytes)
    }

    @Test(arguments: [(0, 10), (65_530, 12), (65_536, 65_536), (199_990, 100), (100, 150_000)])
    func `any range can be read`(_ offset: Int, _ count: Int) async throws {
        let file = try await stored(Self.long)
        let range = Array(Self.long.dropFirst(offset).prefix(count))
        #expect(try await files.read(file.hash, offset: Int64(offset), count: count) == range)
    }

    @Test func `past its end a file is empty`() async throws {
        let file = try await stored(Self.long)
        #expect(try await files.read(file.hash, offset: file.size, count: 10) == [])
        #expect(try await files.read(file.hash, offset: file.size + 1_000_000, count: 10) == [])
        #expect(try await files.read(file.hash, offset: .max - 100, count: 10) == [])
    }

    @Test(
        arguments: [
            "", "..", "./../tenant.sqlite", "../../tenant.sqlite", "/etc/passwd", "ab/../cd", "%2e%2e", "a\0b",
            "' or 1=1 --",
            String(repeating: "A", count: 64), String(repeating: "a", count: 63), String(repeating: "æ", count: 32),
        ])
    func `what is no hash is no file`(_ hash: String) async throws {
        #expect(try await files.read(hash) == nil)
        try await files.remove(hash)
    }

    @Test func `what is discarded is not there`() async throws {
        let upload = try await files.begin()
        try await upload.append(Self.long)
        upload.discard()
        // To discard is not waited for.
        while (try? await upload.append([1])) != nil {}
        await #expect(throws: StoreFault.self) { try await upload.finish() }
        var digest = FileDigest()
        digest.append(Self.long)
        #expect(try await files.read(digest.file.hash) == nil)
    }

    @Test func `to discard what is finished does nothing`() async throws {
        let upload = try await files.begin()
        try await upload.append(Self.long)
        let file = try await upload.finish()
        upload.discard()
        await #expect(throws: StoreFault.self) { try await upload.finish() }
        #expect(try await content(of: file) == Self.long)
    }

    @Test func `the same content may arrive many times at once`() async throws {
        let hashes = try await withThrowingTaskGroup(of: StoredFile.self) { group in
            for _ in 0..<8 { group.addTask { try await stored(Self.long) } }
            return try await group.reduce(into: Set<StoredFile>()) { $0.insert($1) }
        }
        let file = try #require(hashes.first)
        #expect(hashes.count == 1)
        #expect(try await content(of: file) == Self.long)
    }

    @Test func `one tenant's file is not another's`() async throws {
        let file = try await stored(Self.long)
        let other = TenantID.new()
        try store.engine.create(other, Schema([StoreSchema.module]))
        #expect(try store.engine.files(of: other).read(file.hash, offset: 0, count: 10) == nil)
    }

    /// Longer than three pieces of 64 kB, and different everywhere.
    private static let long = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 31 ^ $0 >> 8) }

    private func stored(_ bytes: [UInt8]) async throws -> StoredFile {
        let upload = try await files.begin()
        try await upload.append(bytes)
        return try await upload.finish()
    }

    private func content(of file: StoredFile) async throws -> [UInt8]? {
        try await files.read(file.hash, count: Int(file.size) + 1)
    }
}
