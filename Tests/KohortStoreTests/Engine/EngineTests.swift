import KohortCore
import KohortStore
import KohortTesting
import Testing

struct EngineTests {
    private let folder: TestFolder
    private let engine: any Engine
    private let schema = Schema([StoreSchema.module, SampleSchema.module])

    init() throws {
        folder = try TestFolder()
        engine = try TestEngine.make(in: folder)
    }

    @Test func `a new tenant has its schema and nothing else`() throws {
        let tenant = TenantID.new()
        try engine.create(tenant, schema)
        let storage = try engine.open(tenant)
        defer { storage.close() }
        let pending = try storage.write { try Migrator(schema, $0, storage.dialect).pending() }
        #expect(pending == [])
        #expect(try notes(of: tenant) == [])
    }

    @Test func `tenants do not see each other`() throws {
        let (one, other) = (TenantID.new(), TenantID.new())
        for tenant in [one, other] { try engine.create(tenant, schema) }
        try write("ours", of: one)
        #expect(try notes(of: one) == ["ours"])
        #expect(try notes(of: other) == [])
    }

    @Test func `a tenant that exists is not made again`() throws {
        let tenant = TenantID.new()
        try engine.create(tenant, schema)
        try write("kept", of: tenant)
        #expect { try engine.create(tenant, schema) } throws: { Self.isForeign($0) }
        #expect(try notes(of: tenant) == ["kept"])
    }

    @Test func `a database that bears another tenant's id is refused`() throws {
        let (tenant, other) = (TenantID.new(), TenantID.new())
        try engine.create(tenant, schema)
        let storage = try engine.open(tenant)
        _ = try storage.write { try $0.execute("update tenant_file set tenant = \(other)") }
        storage.close()
        #expect { try engine.open(tenant) } throws: { Self.isForeign($0) }
    }

    @Test func `a tenant that does not exist is not opened`() throws {
        #expect { try engine.open(.new()) } throws: { error in
            if case .unavailable = error as? StoreFault { true } else { false }
        }
    }

    @Test func `a removed tenant is gone with its files and may come again`() throws {
        let tenant = TenantID.new()
        try engine.create(tenant, schema)
        try write("old", of: tenant)
        let file = try stored("content", of: tenant)
        try engine.remove(tenant)
        #expect(throws: StoreFault.self) { try engine.open(tenant) }
        try engine.create(tenant, schema)
        #expect(try notes(of: tenant) == [])
        #expect(try engine.files(of: tenant).read(file.hash, offset: 0, count: 10) == nil)
    }

    @Test func `to remove what is not there does nothing`() throws {
        try engine.remove(.new())
    }

    @Test func `the registry is opened again with what it holds`() throws {
        let registry = try engine.openRegistry()
        try registry.write { connection in
            try connection.execute("create table tenant (id text primary key)")
            try connection.execute("insert into tenant (id) values (\("one"))")
        }
        registry.close()
        let again = try engine.openRegistry()
        defer { again.close() }
        var tenants: [String] = []
        try again.read(reader: 0) { try $0.forEach("select id from tenant") { tenants.append(try $0[0]) } }
        #expect(tenants == ["one"])
    }

    private static func isForeign(_ error: any Error) -> Bool {
        if case .foreign = error as? StoreFault { true } else { false }
    }

    private func write(_ title: String, of tenant: TenantID) throws {
        let storage = try engine.open(tenant)
        defer { storage.close() }
        _ = try storage.write { try $0.execute("insert into note (id, title, amount) values (\(title), \(title), 1)") }
    }

    private func notes(of tenant: TenantID) throws -> [String] {
        let storage = try engine.open(tenant)
        defer { storage.close() }
        var titles: [String] = []
        try storage.read(reader: 0) { try $0.forEach("select title from note") { titles.append(try $0[0]) } }
        return titles
    }

    private func stored(_ text: String, of tenant: TenantID) throws -> StoredFile {
        let draft = try engine.files(of: tenant).begin()
        try draft.append(Array(text.utf8))
        return try draft.finish()
    }
}
