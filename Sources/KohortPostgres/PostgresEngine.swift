#if PostgreSQL
    import KohortCore
    import KohortStore

    /// The shared engine: one database with the schema `platform` for the registry and a schema for each tenant, for any
    /// number of daemons.
    package struct PostgresEngine: Engine {
        package let isShared = true
        /// Where each tenant has a role of its own; set before the first is opened.
        package var roles: PostgresRoles?
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
                try connection.execute(.plain("create schema if not exists \(registry)"))
                for statement in Self.marks + [Self.agreement, PostgresLimits.table] {
                    try connection.execute(statement)
                }
                try connection.commit()
            }
            return PostgresStorage(connections: connections, place: PostgresPlace(schema: registry))
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
            let login = roles?.login(for: name)
            try connections.lend(draft) { connection in
                guard try !exists(name, connection) else { throw StoreFault.foreign("\(name) exists") }
                try drop(draft, connection)
                if let login { try roles?.make(login, connection) }
                let owner = login.map { " authorization \($0.user)" } ?? ""
                try connection.execute(.plain("create schema \(draft)\(owner)"))
            }
            try connections.lend(PostgresPlace(schema: draft, login: login)) { connection in
                for statement in Self.marks { try connection.execute(statement) }
                try Migrator(schema, connection, PostgresDialect()).migrate(at: .now)
                try connection.execute("create table tenant_file (tenant text primary key)")
                try connection.execute("insert into tenant_file (tenant) values (\(tenant))")
                for statement in PostgresFiles.tables { try connection.execute(statement) }
            }
            _ = try connections.lend(draft) { try $0.execute(.plain("alter schema \(draft) rename to \(name)")) }
        }

        package func open(_ tenant: TenantID) throws -> any Storage {
            let place = place(of: tenant)
            try connections.lend(place.schema) { connection in
                guard try exists(place.schema, connection) else {
                    throw StoreFault.unavailable("there is no schema \(place.schema)")
                }
                if let login = place.login { try adopt(place.schema, login, connection) }
            }
            var owner: String?
            try connections.lend(place) { try $0.forEach("select tenant from tenant_file") { owner = try $0[0] } }
            guard owner == tenant.description else {
                throw StoreFault.foreign("the schema of \(tenant) belongs to \(owner ?? "nobody")")
            }
            return PostgresStorage(connections: connections, place: place)
        }

        /// Gives a schema that was made without a role of its own, or migrated without it, over to that role.
        private func adopt(_ schema: String, _ login: PostgresLogin, _ connection: PostgresConnection) throws {
            guard let roles, try roles.areMissing(in: schema, login, connection) else { return }
            try inTransaction(connection) {
                try roles.make(login, connection)
                try roles.give(schema, to: login, connection)
            }
        }

        package func files(of tenant: TenantID) -> any FileStorage {
            PostgresFiles(connections: connections, place: place(of: tenant))
        }

        package func replace(_ tenant: TenantID, by draft: TenantID) throws {
            let (name, new) = (Self.schema(of: tenant), Self.schema(of: draft))
            try connections.lend(new) { connection in
                try inTransaction(connection) {
                    try connection.forEach("select pg_advisory_xact_lock(hashtextextended(\(name), 0))") { _ in }
                    try connection.execute("update tenant_file set tenant = \(tenant)")
                    try drop(name, connection)
                    try connection.execute(.plain("alter schema \(new) rename to \(name)"))
                    try connection.forEach("select set_config('search_path', \(name), true)") { _ in }
                    guard let roles else { return }
                    try roles.make(roles.login(for: name), connection)
                    try roles.give(name, to: roles.login(for: name), connection)
                    try roles.remove(roles.login(for: new), connection)
                }
            }
        }

        /// Under its lock, since two daemons may be about it.
        package func remove(_ tenant: TenantID) throws {
            let name = Self.schema(of: tenant)
            try connections.lend(name) { connection in
                try inTransaction(connection, leavingMark: false) {
                    try drop(name, connection)
                    if let roles { try roles.remove(roles.login(for: name), connection) }
                }
            }
        }

        private func inTransaction(
            _ connection: PostgresConnection, leavingMark: Bool = true, _ body: () throws -> Void
        ) throws {
            try connection.begin(leavingMark: leavingMark)
            do {
                try body()
                try connection.commit()
            } catch {
                connection.rollback()
                throw error
            }
        }

        private func exists(_ schema: String, _ connection: PostgresConnection) throws -> Bool {
            var exists = false
            try connection.forEach("select nspname from pg_namespace where nspname = \(schema)") { _ in exists = true }
            return exists
        }

        private func drop(_ schema: String, _ connection: PostgresConnection) throws {
            try connection.execute(.plain("drop schema if exists \(schema) cascade"))
        }

        private func place(of tenant: TenantID) -> PostgresPlace {
            let schema = Self.schema(of: tenant)
            return PostgresPlace(schema: schema, login: roles?.login(for: schema))
        }

        static func schema(of tenant: TenantID) -> String {
            "t_" + tenant.description.filter { $0 != "-" }
        }
    }
#endif
