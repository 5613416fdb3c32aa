#if PostgreSQL
    import KohortCore
    import KohortStore

    /// The shared engine: one database with the schema `platform` for the registry and a schema for each tenant, for any
    /// number of daemons.
    package struct PostgresEngine: Engine {
        package let isShared = true
        /// Where each tenant has a role of its own.
        var roles: PostgresRoles?
        let connections: PostgresConnections
        let registry: String

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
            try connections.lendRetrying(registry) { connection in
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
            try connections.lendRetrying(registry) { connection in
                try inTransaction(connection) {
                    try connection.execute(.plain("create schema if not exists \(registry)"))
                    for statement in Self.marks + [Self.agreement, PostgresLimits.table] {
                        try connection.execute(statement)
                    }
                }
            }
            return PostgresStorage(connections: connections, place: PostgresPlace(schema: registry))
        }

        package var limits: (any SharedLimits)? { PostgresLimits(connections: connections, schema: registry) }

        /// Gives each tenant a role of its own from now on; for when the registry has been opened, and no tenant yet.
        package mutating func separate(by roles: PostgresRoles) throws {
            self.roles = roles
            try connections.lendRetrying(registry) { connection in
                try inTransaction(connection) { try roles.shutOut(connection) }
            }
        }

        /// Keeps a text that all daemons must have in common, unless there is one; answers the one that is kept. For when
        /// the registry has been opened.
        package func agree(on text: String?) throws -> String? {
            var kept: String?
            try connections.lendRetrying(registry) { connection in
                try inTransaction(connection) {
                    if let text {
                        try connection.execute(
                            "insert into agreement (text) select \(text) where not exists (select 1 from agreement)")
                    }
                    kept = nil
                    try connection.forEach("select text from agreement") { kept = try $0[0] }
                }
            }
            return kept
        }

        private static let agreement: SQL = "create table if not exists agreement (text text primary key)"

        /// The number of the last transaction that changed anything, which daemons know each other's commits by.
        static let marks: [SQL] = [
            "create table if not exists commit_mark (version bigint not null)",
            "insert into commit_mark (version) select 0 where not exists (select 1 from commit_mark)",
        ]

        package func open(_ tenant: TenantID) throws -> any Storage {
            let place = place(of: tenant)
            try connections.lendRetrying(place.schema) { connection in
                guard try exists(place.schema, connection) else {
                    throw StoreFault.unavailable("there is no schema \(place.schema)")
                }
                if let login = place.login { try adopt(place.schema, login, connection) }
            }
            var owner: String?
            try connections.lendRetrying(place) {
                try $0.forEach("select tenant from tenant_file") { owner = try $0[0] }
            }
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

        func inTransaction(
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

        func exists(_ schema: String, _ connection: PostgresConnection) throws -> Bool {
            var exists = false
            try connection.forEach("select nspname from pg_namespace where nspname = \(schema)") { _ in exists = true }
            return exists
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
