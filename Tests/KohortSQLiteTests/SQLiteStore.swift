import KohortCore
import KohortSQLite
import KohortStore
import KohortTesting

/// A store of one new tenant on the embedded engine, with a table of pages of any length.
struct SQLiteStore {
    static let schema = Schema([
        StoreSchema.module,
        SchemaModule(
            "pages", [Migration("pages", ["create table page (id \(.text) primary key, text \(.text) not null)"])]),
    ])

    let folder: TestFolder
    let engine: SQLiteEngine
    let storage: any Storage
    let store: Store

    init(longestRead: Duration = .seconds(60)) throws {
        let tenant = TenantID.new()
        folder = try TestFolder()
        engine = try SQLiteEngine(folder: folder.path, longestRead: longestRead)
        try engine.create(tenant, Self.schema)
        storage = try engine.open(tenant)
        store = Store(
            tenant: tenant, storage: storage, composition: Composition(schema: Self.schema, authority: .everything),
            threads: TestStore.threads)
    }

    var home: String { "\(folder.path)/tenants/\(store.tenant.description.suffix(2))/\(store.tenant)" }

    func write(_ page: String, length: Int = 1) async throws {
        _ = try await store.perform(WritePage(id: page, length: length), by: .system, at: .now)
    }

    var pages: Set<String> { get async throws { try await store.fetch(Pages(), by: .system, at: .now) } }

    /// What a pragma says of the handle that writes.
    func setting(_ pragma: String) throws -> String {
        try storage.write { connection in
            var value = ""
            try connection.forEach(SQL(stringLiteral: "select cast(\(pragma) as text) from pragma_\(pragma)")) {
                value = try $0[0]
            }
            return value
        }
    }
}

private struct WritePage: Command {
    static let permission = Permission("page.write")
    static let events: [any Event.Type] = []
    var scope: Scope { .consortium }
    let id: String
    let length: Int

    func perform(in write: borrowing Write) throws -> Done {
        try write.execute("insert into page (id, text) values (\(id), \(String(repeating: "x", count: length)))")
        return Done()
    }
}

private struct Pages: Query {
    static let permission = Permission("page.read")
    let scope = Scope.consortium

    func fetch(in read: borrowing Read) throws -> Set<String> { Set(try read.all("select id from page") { try $0[0] }) }
}
