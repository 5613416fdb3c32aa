import Foundation
import KohortCore
import KohortSQLite
import KohortStore
import KohortTesting
import Testing

struct SQLiteEngineTests {
    @Test func `a tenant is one folder that its owner alone can read`() throws {
        let tried = try SQLiteStore()
        let attributes = try FileManager.default.attributesOfItem(atPath: tried.home)
        #expect(attributes[.posixPermissions] as? Int == 0o700)
    }

    @Test func `the registry is its owner's alone, whatever the mask and whatever it was before`() throws {
        let folder = try TestFolder()
        let path = folder.path + "/data/platform.sqlite"
        func mode(_ path: String) throws -> Int? {
            try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        }
        try SQLiteEngine(folder: folder.path + "/data").openRegistry().close()
        #expect(try [mode(folder.path + "/data"), mode(path)] == [0o700, 0o600])
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
        let registry = try SQLiteEngine(folder: folder.path + "/data").openRegistry()
        defer { registry.close() }
        try registry.write { _ = try $0.execute("create table kept (id TEXT primary key) strict") }
        #expect(try [mode(path), mode(path + "-wal"), mode(path + "-shm")] == [0o600, 0o600, 0o600])
    }

    @Test func `a file knows what it is`() throws {
        #expect(try SQLiteStore().setting("application_id") == String(0x4B68_7274))
    }

    @Test func `a tenant that was left half made is made whole`() throws {
        let (tried, tenant) = (try SQLiteStore(), TenantID.new())
        let home = "\(tried.folder.path)/tenants/\(tenant.description.suffix(2))/\(tenant)"
        try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
        try Data("half a file".utf8).write(to: URL(filePath: home + "/draft.sqlite"))
        #expect(throws: StoreFault.self) { try tried.engine.open(tenant) }
        try tried.engine.create(tenant, SQLiteStore.schema)
        try tried.engine.open(tenant).close()
    }

    @Test func `another tenant's file in a tenant's place is refused`() async throws {
        let (tried, other) = (try SQLiteStore(), TenantID.new())
        try tried.engine.create(other, SQLiteStore.schema)
        try await tried.store.close()
        let place = "\(tried.folder.path)/tenants/\(other.description.suffix(2))/\(other)/tenant.sqlite"
        try FileManager.default.removeItem(atPath: place)
        try FileManager.default.copyItem(atPath: tried.home + "/tenant.sqlite", toPath: place)
        #expect { try tried.engine.open(other) } throws: { error in
            if case .foreign = error as? StoreFault { true } else { false }
        }
    }

    @Test func `a file that is no database is refused, and the others go on`() async throws {
        let (tried, other) = (try SQLiteStore(), TenantID.new())
        try tried.engine.create(other, SQLiteStore.schema)
        let place = "\(tried.folder.path)/tenants/\(other.description.suffix(2))/\(other)/tenant.sqlite"
        try Data(repeating: 0x20, count: 8192).write(to: URL(filePath: place))
        #expect { try tried.engine.open(other) } throws: { error in
            if case .unavailable = error as? StoreFault { true } else { false }
        }
        try await tried.write("page")
        #expect(try await tried.pages == ["page"])
    }
}
