import Foundation
import KohortCore
import KohortSQLite
import KohortStore
import KohortTesting
import Testing

struct SQLiteStorageTests {
    @Test(
        arguments: [
            ("journal_mode", "wal"), ("synchronous", "2"), ("foreign_keys", "1"), ("secure_delete", "1"),
            ("trusted_schema", "0"),
        ])
    func `an acknowledged write is on the disk, and what is deleted is not`(_ pragma: String, _ value: String) throws {
        #expect(try SQLiteStore().setting(pragma) == value)
    }

    @Test func `a reader cannot write`() throws {
        let tried = try SQLiteStore()
        #expect(throws: StoreFault.self) {
            try tried.storage.read(reader: 0) { try $0.execute("insert into page (id, text) values ('a', 'a')") }
        }
    }

    @Test func `a closed database rests as one file`() async throws {
        let tried = try SQLiteStore()
        try await tried.write("page")
        _ = try await tried.pages
        try await tried.store.close()
        let names = try FileManager.default.contentsOfDirectory(atPath: tried.home)
        #expect(names.sorted() == ["files", "tenant.sqlite"])
    }

    @Test func `what was acknowledged is there when it is opened again`() async throws {
        let tried = try SQLiteStore()
        try await tried.write("page")
        let again = try tried.engine.open(tried.store.tenant)
        defer { again.close() }
        var pages: [String] = []
        try again.read(reader: 0) { try $0.forEach("select id from page") { pages.append(try $0[0]) } }
        #expect(pages == ["page"])
    }
}
