import Foundation
import KohortCore
import KohortTesting
import Testing

@testable import KohortStore

struct ArchiveTests {
    private static let text = "å \" \\ ' \u{1F600} \n; drop"
    private static let bytes: [UInt8] = [0, 255, 10, 128]

    private let folder: TestFolder
    private let path: String

    init() throws {
        folder = try TestFolder()
        path = folder.path + "/t.kohort"
    }

    @Test func `what is written is read again, each kind of value and each file`() async throws {
        let (source, archive, end) = try await written()
        #expect((end.rows, end.files) == (4, 1))
        let copy = try await TestStore.make(modules: [Self.module])
        try await copy.store.load(archive, made: Self.schema, files: copy.files)
        #expect(try await copy.fetch(EachKind()) == (try await source.fetch(EachKind())))
        #expect(try await copy.fetch(EachKind()).count == 3)
        let hash = try #require(try await copy.fetch(Hashes()).first)
        #expect(try copy.files.read(hash, offset: 0, count: 100) == Array("a CV".utf8))
    }

    @Test func `a second archive of the same rows has the same lines after the first`() async throws {
        let (_, archive, _) = try await written()
        let copy = try await TestStore.make(modules: [Self.module])
        try await copy.store.load(archive, made: Self.schema, files: copy.files)
        let again = Archive(path: path + "2")
        _ = try await copy.store.export(
            to: again, slug: try Slug("ks"), files: copy.files, at: .at("2026-12-01T10:00:00Z"))
        #expect(try lines(again.path).dropFirst().dropLast() == (try lines(path).dropFirst().dropLast()))
    }

    @Test func `the rows are those of one moment, and writing goes on meanwhile`() async throws {
        let (source, archive, _) = try await written()
        _ = try await source.perform(FillEachKind())
        let (head, end) = try archive.verify()
        #expect((head.tenant, head.slug.text, end.rows) == (source.store.tenant, "ks", 4))
    }

    @Test func `every altered byte is found`() async throws {
        let (_, archive, _) = try await written()
        _ = try archive.verify()
        let whole = try Data(contentsOf: URL(fileURLWithPath: path))
        for index in stride(from: 0, to: whole.count - 1, by: 7) {
            var altered = whole
            altered[index] ^= 1
            try altered.write(to: URL(fileURLWithPath: path))
            #expect(throws: ArchiveFault.self, "byte \(index)") { try archive.verify() }
        }
    }

    @Test func `an archive that is cut off at any line is refused`() async throws {
        let (_, archive, _) = try await written()
        let all = try lines(path)
        for count in 0..<all.count {
            let text = all.prefix(count).map { $0 + "\n" }.joined()
            try text.write(toFile: path, atomically: true, encoding: .utf8)
            #expect(throws: ArchiveFault.self, "\(count) lines") { try archive.verify() }
        }
    }

    @Test func `nothing is overwritten, and what fails leaves nothing`() async throws {
        let (source, archive, _) = try await written()
        let before = try lines(path)
        let slug = try Slug("ks")
        await #expect(throws: ArchiveFault.file("\(path) is there already")) {
            try await source.store.export(to: archive, slug: slug, files: source.files, at: .at("2026-12-01T10:00:00Z"))
        }
        let gone = try #require(try await source.fetch(Hashes()).first)
        try source.files.remove(gone)
        await #expect(throws: StoreFault.self) {
            let other = Archive(path: path + "2")
            return try await source.store.export(
                to: other, slug: slug, files: source.files, at: .at("2026-12-01T10:00:00Z"))
        }
        #expect(try lines(path) == before)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["t.kohort"])
    }

    @Test func `an archive of fewer steps makes the tenant as it was, and is then brought up to date`() async throws {
        let (_, archive, _) = try await written()
        let longer = Schema([StoreSchema.module, SchemaModule("kinds", [Self.kinds, Self.later])])
        let made = try longer.made(by: try archive.head().steps)
        #expect(made.steps == Self.schema.steps)
        #expect(throws: ArchiveFault.otherSchema("kinds/0")) {
            try Schema([StoreSchema.module]).made(by: try archive.head().steps)
        }
    }

    private func written() async throws -> (TestStore, Archive, ArchiveEnd) {
        let source = try await TestStore.make(modules: [Self.module])
        let draft = try source.files.begin()
        try draft.append(Array("a CV".utf8))
        _ = try await source.perform(FillEachKind(file: try draft.finish()))
        let archive = Archive(path: path)
        let end = try await source.store.export(
            to: archive, slug: try Slug("ks"), files: source.files, at: .at("2026-11-01T10:00:00Z"))
        return (source, archive, end)
    }

    private func lines(_ path: String) throws -> [Substring] {
        try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    }

    // MARK: a module with a column of each kind

    private static let kinds = Migration(
        "kinds",
        [
            "create table old_kind (number \(.integer) primary key)",
            """
            create table kind_draft (number \(.integer) primary key, fraction \(.real), word \(.text), \
            content \(.blob), other \(.integer) references kind_draft (number) deferrable)
            """,
            "drop table old_kind", "alter table kind_draft rename to kind", "create index kind_word on kind (word)",
        ])
    private static let later = Migration("later", ["alter table kind add column note \(.text)"])
    private static let module = SchemaModule("kinds", [kinds])
    private static let schema = Schema([StoreSchema.module, module])

    private struct FillEachKind: Command {
        static let permission = Permission("kind.fill")
        static let events: [any Event.Type] = []
        var scope: Scope { .consortium }
        var file: StoredFile?

        func perform(in write: borrowing Write) throws -> Done {
            let first = try write.read.count("select count(*) from kind") + 1
            if let file { try write.retain(file) }
            try write.execute(
                """
                insert into kind (number, fraction, word, content, other) values
                (\(first), \(3.0), \(ArchiveTests.text), \(ArchiveTests.bytes), \(first + 2)),
                (\(first + 1), \(0.1), \("12"), \([UInt8]()), \(first)),
                (\(first + 2), \(nil as Double?), \(nil as String?), \(nil as [UInt8]?), \(first))
                """)
            return Done()
        }
    }

    private struct EachKind: Query {
        struct Row: Hashable, Sendable {
            let number: Int64, fraction: Double?, word: String?, content: [UInt8]?, other: Int64?
        }

        static let permission = Permission("kind.read")
        let scope = Scope.consortium

        func fetch(in read: borrowing Read) throws -> [Row] {
            try read.all("select number, fraction, word, content, other from kind order by number") {
                Row(number: try $0[0], fraction: try $0[1], word: try $0[2], content: try $0[3], other: try $0[4])
            }
        }
    }

    private struct Hashes: Query {
        static let permission = Permission("kind.read")
        let scope = Scope.consortium
        func fetch(in read: borrowing Read) throws -> [String] { try read.all("select hash from file") { try $0[0] } }
    }
}

extension TestStore {
    fileprivate var files: any FileStorage { engine.files(of: store.tenant) }
}
