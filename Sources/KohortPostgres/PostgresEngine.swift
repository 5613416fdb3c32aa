#if PostgreSQL
    import KohortCore
    import KohortStore

    /// The shared engine: one database with the schema `platform` for the registry and a schema for each tenant, for any
    /// number of daemons.
    package struct PostgresEngine: Engine {
        package let isShared = true
        private let connections: PostgresConnections
        private let registry: String

        /// `registry` is the registry's schema, in lower-case letters, digits and underscores. Throws `unavailable` when
        /// the database is not kept as the store needs it.
        package init(_ connections: PostgresConnections, registry: String = "platform") throws {
            (self.connections, self.registry) = (connections, registry)
            try requireSettings()
        }

        /// Texts are ordered and lowered by bytes, as SQLite does, and an acknowledged commit is on the disk.
        private func requireSettings() throws {
            var settings: [String] = []
            let query: SQL = """
                select datcollate, datctype, datlocprovider::text, pg_encoding_to_char(encoding),
                    current_setting('synchronous_commit')
                from pg_database where datname = current_database()
                """
            try connections.lend(registry) { connection in
                try connection.forEach(query) { tuple in
                    settings = [try tuple[0], try tuple[1], try tuple[2], try tuple[3], try tuple[4]]
                }
            }
            let isBytewise = settings.prefix(2).allSatisfy { ["C", "POSIX"].contains($0) }
            guard isBytewise, settings.dropFirst(2).starts(with: ["c", "UTF8"]), settings.last != "off" else {
                throw StoreFault.unavailable("needs locale C, encoding UTF8, synchronous_commit; there is \(settings)")
            }
        }

        package func openRegistry() throws -> any Storage {
            try connections.lend(registry) { connection in
                try connection.begin()
                try connection.execute(SQL(stringLiteral: "create schema if not exists \(registry)"))
                for statement in Self.marks + [Self.agreement, PostgresLimits.table] {
                    try connection.execute(statement)
                }
                try connection.commit()
            }
            return PostgresStorage(connections: connections, schema: registry)
        }

        package var limits: (any SharedLimits)? { PostgresLimits(connections: connections, schema: registry) }

        /// Keeps a text that all daemons must have in common, unless there is one; answers the one that is kept. For when
        /// the registry has been opened.
        package func agree(on text: String?) throws -> String? {
            try connections.lend(registry) { connection in
                try connection.begin()
                if let text {
                    try connection.execute(
                        "insert into agreement (text) select \(text) where not exists (select 1 from agreement)")
                }
                var kept: String?
                try connection.forEach("select text from agreement") { kept = try $0[0] }
                try connection.commit()
                return kept
            }
        }

        private static let agreement: SQL = "create table if not exists agreement (text text primary key)"

        /// The number of the last transaction that changed anything, which daemons know each other's commits by.
        private static let marks: [SQL] = [
            "create table if not exists commit_mark (version bigint not null)",
            "insert into commit_mark (version) select 0 where not exists (select 1 from commit_mark)",
        ]

        /// Made under another name and renamed at the end, so that there is all of it or nothing.
        package func create(_ tenant: TenantID, _ schema: Schema) throws {
            let (name, draft) = (Self.schema(of: tenant), "draft_\(Self.schema(of: tenant))")
            try connections.lend(draft) { connection in
                guard try !exists(name, connection) else { throw StoreFault.foreign("\(name) exists") }
                try drop(draft, connection)
                try connection.execute(SQL(stringLiteral: "create schema \(draft)"))
                for statement in Self.marks { try connection.execute(statement) }
                try Migrator(schema, connection, PostgresDialect()).migrate(at: .now)
                try connection.execute("create table tenant_file (tenant text primary key)")
                try connection.execute("insert into tenant_file (tenant) values (\(tenant))")
                for statement in PostgresFiles.tables { try connection.execute(statement) }
                try connection.execute(SQL(stringLiteral: "alter schema \(draft) rename to \(name)"))
            }
        }

        package func open(_ tenant: TenantID) throws -> any Storage {
            let name = Self.schema(of: tenant)
            let owner = try connections.lend(name) { connection in
                guard try exists(name, connection) else { throw StoreFault.unavailable("there is no schema \(name)") }
                var owner: String?
                try connection.forEach("select tenant from tenant_file") { owner = try $0[0] }
                return owner
            }
            guard owner == tenant.description else {
                throw StoreFault.foreign("the schema of \(tenant) belongs to \(owner ?? "nobody")")
            }
            return PostgresStorage(connections: connections, schema: name)
        }

        package func files(of tenant: TenantID) -> any FileStorage {
            PostgresFiles(connections: connections, schema: Self.schema(of: tenant))
        }

        package func replace(_ tenant: TenantID, by draft: TenantID) throws {
            let (name, new) = (Self.schema(of: tenant), Self.schema(of: draft))
            try connections.lend(new) { connection in
                try connection.begin()
                do {
                    try connection.forEach("select pg_advisory_xact_lock(hashtextextended(\(name), 0))") { _ in }
                    try connection.execute("update tenant_file set tenant = \(tenant)")
                    try drop(name, connection)
                    try connection.execute(SQL(stringLiteral: "alter schema \(new) rename to \(name)"))
                    try connection.forEach("select set_config('search_path', \(name), true)") { _ in }
                    try connection.commit()
                } catch {
                    connection.rollback()
                    throw error
                }
            }
        }

        package func remove(_ tenant: TenantID) throws {
            let name = Self.schema(of: tenant)
            try connections.lend(name) { connection in
                // Under its lock, since two daemons may be about it.
                try connection.begin()
                try drop(name, connection)
                try connection.commit()
            }
        }

        private func exists(_ schema: String, _ connection: PostgresConnection) throws -> Bool {
            var exists = false
            try connection.forEach("select nspname from pg_namespace where nspname = \(schema)") { _ in exists = true }
            return exists
        }

        private func drop(_ schema: String, _ connection: PostgresConnection) throws {
            try connection.execute(SQL(stringLiteral: "drop schema if exists \(schema) cascade"))
        }

        private static func schema(of tenant: TenantID) -> String {
            "t_" + tenant.description.filter { $0 != "-" }
        }
    }
#endif
