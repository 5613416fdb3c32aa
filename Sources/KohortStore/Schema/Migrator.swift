import KohortCore

/// Brings a database up to a schema. Each migration is one transaction; a database that has more than the program
/// knows, or other steps under the same number, is refused.
package struct Migrator {
    private let schema: Schema
    private let connection: any WriteConnection
    private let dialect: any Dialect

    package init(_ schema: Schema, _ connection: any WriteConnection, _ dialect: any Dialect) {
        (self.schema, self.connection, self.dialect) = (schema, connection, dialect)
    }

    /// Answers the names of the steps that it applied.
    @discardableResult package func migrate(at now: Instant) throws -> [String] {
        try transaction { try createLedger() }
        let applied = try appliedSteps()
        try refuseUnknown(applied)
        var done: [String] = []
        for module in schema.modules {
            for (index, migration) in module.migrations.enumerated() where applied["\(module.name)/\(index)"] == nil {
                let isNew = try transaction {
                    // Another daemon may have been before, while the lock was waited for.
                    if try isApplied(index, of: module) { return false }
                    try apply(migration, number: index, of: module, at: now)
                    return true
                }
                if isNew { done.append("\(module.name)/\(migration.name)") }
            }
        }
        try transaction { try publishViews(at: now) }
        return done
    }

    /// The steps that are still to be applied, as `module/name`.
    package func pending() throws -> [String] {
        let applied = try appliedSteps()
        return schema.modules.flatMap { module in
            module.migrations.enumerated().compactMap { index, migration in
                applied["\(module.name)/\(index)"] == nil ? "\(module.name)/\(migration.name)" : nil
            }
        }
    }

    private func transaction<Answer>(_ body: () throws -> Answer) throws -> Answer {
        try connection.begin()
        do {
            let answer = try body()
            try connection.commit()
            return answer
        } catch {
            connection.rollback()
            throw error
        }
    }

    private func createLedger() throws {
        let ledger: DDL = """
            create table if not exists migration (module \(.text) not null, number \(.integer) not null, \
            name \(.text) not null, checksum \(.text) not null, applied_at \(.integer) not null, \
            primary key (module, number))
            """
        try run(ledger)
    }

    private func isApplied(_ number: Int, of module: SchemaModule) throws -> Bool {
        var isApplied = false
        try connection.forEach(
            "select number from migration where module = \(module.name) and number = \(number)"
        ) { _ in isApplied = true }
        return isApplied
    }

    private func appliedSteps() throws -> [String: String] {
        var steps: [String: String] = [:]
        try connection.forEach("select module, number, checksum from migration") { tuple in
            let (module, number): (String, Int) = (try tuple[0], try tuple[1])
            steps["\(module)/\(number)"] = try tuple[2]
        }
        return steps
    }

    /// Views are kept as one step with the number -1 and their names: they are made anew whenever they differ.
    private func refuseUnknown(_ applied: [String: String]) throws {
        var known: [String: String] = [:]
        for module in schema.modules {
            for (index, migration) in module.migrations.enumerated() {
                known["\(module.name)/\(index)"] = migration.checksum
            }
        }
        for (step, checksum) in applied.sorted(by: { $0.key < $1.key }) where !step.hasSuffix("/-1") {
            guard let expected = known[step] else {
                throw StoreFault.foreign("made by a newer version: has step \(step)")
            }
            guard expected == checksum else { throw StoreFault.foreign("step \(step) was edited after its release") }
        }
    }

    private func apply(_ migration: Migration, number: Int, of module: SchemaModule, at now: Instant) throws {
        for statement in migration.statements { try run(statement) }
        try connection.execute(
            """
            insert into migration (module, number, name, checksum, applied_at)
            values (\(module.name), \(number), \(migration.name), \(migration.checksum), \(now))
            """)
    }

    /// Drops those of last time in reverse and makes all anew, since one view may read another.
    private func publishViews(at now: Instant) throws {
        let (names, checksum) = try publishedViews()
        if checksum == schema.viewsChecksum { return }
        for name in names.reversed() { try connection.execute(SQL(stringLiteral: "drop view if exists \(name)")) }
        let views = schema.modules.flatMap(\.views)
        for view in views {
            try connection.execute(SQL(stringLiteral: "create view \(view.name) as \(view.selection)"))
        }
        try connection.execute("delete from migration where number = -1")
        try connection.execute(
            """
            insert into migration (module, number, name, checksum, applied_at)
            values ('', -1, \(views.map(\.name).joined(separator: ",")), \(schema.viewsChecksum), \(now))
            """)
    }

    private func publishedViews() throws -> (names: [Substring], checksum: String?) {
        var published: (names: [Substring], checksum: String?) = ([], nil)
        try connection.forEach("select name, checksum from migration where number = -1") { tuple in
            published = ((try tuple[0] as String).split(separator: ","), try tuple[1])
        }
        return published
    }

    private func run(_ statement: DDL) throws {
        for text in statement.statements(in: dialect) { try connection.execute(SQL(stringLiteral: text)) }
    }
}
