import KohortCore
import KohortStore
import KohortTesting

/// A database without a schema: the registry's of an engine of its own.
struct EmptyDatabase {
    private let folder: TestFolder
    private let engine: any Engine
    private let storage: any Storage

    init() throws {
        folder = try TestFolder()
        engine = try TestEngine.make(in: folder)
        storage = try engine.openRegistry()
    }

    @discardableResult func migrate(_ schema: Schema) throws -> [String] {
        try storage.write { try Migrator(schema, $0, storage.dialect).migrate(at: .at("2026-09-01T10:00:00Z")) }
    }

    @discardableResult func migrate(_ migrations: [Migration], views: [ReportView] = []) throws -> [String] {
        try migrate(Schema([SchemaModule("m", migrations, views: views)]))
    }

    func pending(_ schema: Schema) throws -> [String] {
        try storage.write { try Migrator(schema, $0, storage.dialect).pending() }
    }

    /// The column `a` of a table or view.
    func values(of table: StaticString) throws -> [Int] {
        try storage.write { connection in
            var values: [Int] = []
            try connection.forEach("select a from \(Names(table)) order by a") { values.append(try $0[0]) }
            return values
        }
    }
}
