import KohortCore
import KohortStore
import KohortTesting
import Testing

/// A content's age is told by the file system or the database, whose time is the real one: here the sweep comes later
/// instead of the files earlier.
struct FileSweepTests {
    private static let tomorrow = Instant.now.adding(.seconds(25 * 60 * 60))
    private let store: TestStore
    private let files: any FileStorage

    init() async throws {
        store = try await TestStore.sample()
        files = store.engine.files(of: store.store.tenant)
    }

    @Test func `content that no row refers to goes, and what a row refers to stays`() async throws {
        let (used, unused) = (try stored("used"), try stored("unused"))
        try store.write { try $0.retain(used) }
        #expect(try await sweep(at: Self.tomorrow) == 1)
        #expect(try content(of: unused) == nil)
        #expect(try content(of: used) == "used")
        #expect(try await sweep(at: Self.tomorrow) == 0)
    }

    @Test func `content goes once its last use has gone`() async throws {
        let file = try stored("released")
        try store.write { write in
            try write.retain(file)
            try write.retain(file)
            try write.release(file.hash)
        }
        #expect(try await sweep(at: Self.tomorrow) == 0)
        try store.write { try $0.release(file.hash) }
        #expect(try await sweep(at: Self.tomorrow) == 1)
        #expect(try content(of: file) == nil)
    }

    @Test func `content stays for a day, as a form that was refused may come again`() async throws {
        let file = try stored("young")
        #expect(try await sweep(at: Instant.now.adding(.seconds(23 * 60 * 60))) == 0)
        #expect(try content(of: file) == "young")
        #expect(try await sweep(at: Self.tomorrow) == 1)
    }

    @Test func `more content than is asked about at once is swept all the same`() async throws {
        let used = try stored("used")
        try store.write { try $0.retain(used) }
        for number in 0..<520 { _ = try stored("unused \(number)") }
        #expect(try await sweep(at: Self.tomorrow) == 520)
        #expect(try content(of: used) == "used")
    }

    @Test(arguments: ["renewed", "arrived again"])
    func `content that is wanted between the look and the removal stays`(_ how: String) async throws {
        let file = try stored("wanted")
        let looked = try await later()
        #expect(try files.hashes(before: looked) == [file.hash])
        if how == "renewed" { #expect(try files.renew(file.hash)) } else { _ = try stored("wanted") }
        #expect(try !files.remove(file.hash, before: looked))
        #expect(try content(of: file) == "wanted")
        #expect(try files.remove(file.hash, before: try await later()))
        #expect(try content(of: file) == nil)
    }

    @Test func `what is not there can be neither renewed nor removed`() async throws {
        let file = try stored("gone")
        try files.remove(file.hash)
        #expect(try !files.renew(file.hash))
        #expect(try !files.renew("../../tenant.sqlite"))
        #expect(try !files.remove(file.hash, before: Self.tomorrow))
        #expect(try !files.remove("../../tenant.sqlite", before: Self.tomorrow))
    }

    @Test func `what began to arrive and never ended goes, and what is arriving now does not`() async throws {
        let (stopped, arriving) = (try files.begin(), try files.begin())
        try stopped.append([1])
        try arriving.append(Array("arriving".utf8))
        try await sweep(at: .now)
        let file = try arriving.finish()
        #expect(try content(of: file) == "arriving")
        try await sweep(at: Self.tomorrow)
        #expect(throws: StoreFault.self) { try stopped.finish() }
    }

    @discardableResult private func sweep(at now: Instant) async throws -> Int {
        try await FileSweep(store.store, Files(files, on: TestStore.threads.files)).run(at: now)
    }

    private func stored(_ text: String) throws -> StoredFile {
        let draft = try files.begin()
        try draft.append(Array(text.utf8))
        return try draft.finish()
    }

    private func content(of file: StoredFile) throws -> String? {
        try files.read(file.hash, offset: 0, count: 100).map { String(decoding: $0, as: UTF8.self) }
    }

    /// After what was done until now, by any clock.
    private func later() async throws -> Instant {
        try await Task.sleep(for: .milliseconds(50))
        let now = Instant.now
        try await Task.sleep(for: .milliseconds(50))
        return now
    }
}
