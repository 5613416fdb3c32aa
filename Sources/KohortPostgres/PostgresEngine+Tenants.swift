#if PostgreSQL
    import KohortCore
    import KohortStore

    /// Tenants' schemas as they come and go. Each is done again where a conflict or a lost connection was in the way.
    extension PostgresEngine {
        /// Made under another name and renamed at the end, so that there is all of it or nothing.
        package func create(_ tenant: TenantID, _ schema: Schema) throws {
            let name = Self.schema(of: tenant)
            let (draft, login) = (Self.draft(of: name), roles?.login(for: name))
            guard try !connections.lendRetrying(draft, { try exists(name, $0) }) else {
                throw StoreFault.foreign("\(name) exists")
            }
            try Interruption.retried {
                try connections.lend(draft) { try begin(draft, login, $0) }
                try connections.lend(PostgresPlace(schema: draft, login: login)) { try fill(tenant, schema, $0) }
            }
            // Where it is gone it has been renamed and the answer was lost, since nobody else knows the id.
            try connections.lendRetrying(draft) { connection in
                guard try exists(draft, connection) else { return }
                try connection.execute(.plain("alter schema \(draft) rename to \(name)"))
            }
        }

        private func begin(_ draft: String, _ login: PostgresLogin?, _ connection: PostgresConnection) throws {
            try drop(draft, connection)
            if let login { try roles?.make(login, connection) }
            let owner = login.map { " authorization \($0.user)" } ?? ""
            try connection.execute(.plain("create schema \(draft)\(owner)"))
        }

        private func fill(_ tenant: TenantID, _ schema: Schema, _ connection: PostgresConnection) throws {
            for statement in Self.marks { try connection.execute(statement) }
            try Migrator(schema, connection, PostgresDialect()).migrate(at: .now)
            try connection.execute("create table tenant_file (tenant text primary key)")
            try connection.execute("insert into tenant_file (tenant) values (\(tenant))")
            for statement in PostgresFiles.tables { try connection.execute(statement) }
        }

        package func claim(_ tenant: TenantID) throws -> (any PlaceClaim)? {
            try PostgresClaim(Self.schema(of: tenant), by: connections.connect())
        }

        package func replace(_ tenant: TenantID, by draft: TenantID) throws {
            let (name, new) = (Self.schema(of: tenant), Self.schema(of: draft))
            try connections.lendRetrying(new) { connection in
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

        /// Under its lock, since two daemons may be about it; with what was cut off while it was made.
        package func remove(_ tenant: TenantID) throws {
            let name = Self.schema(of: tenant)
            try connections.lendRetrying(name) { connection in
                try inTransaction(connection, leavingMark: false) {
                    try drop(Self.draft(of: name), connection)
                    try drop(name, connection)
                    if let roles { try roles.remove(roles.login(for: name), connection) }
                }
            }
        }

        /// Where another installation has its registry in the database too, tenants' schemas may be its.
        package func strays(beside known: Set<TenantID>) throws -> [String] {
            let own = Set(known.map { Self.schema(of: $0) })
            var (schemas, registries): ([String], Int) = ([], 0)
            try connections.lendRetrying(registry) { connection in
                schemas = []
                try connection.forEach(
                    "select nspname from pg_namespace where nspname ~ '^(draft_|)t_[0-9a-f]{32}$' order by nspname"
                ) { schemas.append(try $0[0]) }
                try connection.forEach("select count(*) from pg_class where relname = 'rate_limit' and relkind = 'r'") {
                    registries = try $0[0]
                }
            }
            return registries > 1 ? [] : schemas.filter { !own.contains($0) }.map { "the schema \($0)" }
        }

        private func drop(_ schema: String, _ connection: PostgresConnection) throws {
            try connection.execute(.plain("drop schema if exists \(schema) cascade"))
        }

        /// Under which name a schema is made.
        private static func draft(of schema: String) -> String { "draft_\(schema)" }
    }
#endif
