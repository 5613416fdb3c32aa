#if PostgreSQL
    import KohortCore
    import KohortStore

    /// The wall between tenants that no statement of ours can climb: each tenant's schema is owned by a role that signs in
    /// for itself, belongs to no other role, and can read nothing of anybody else's. (A connection that has taken a role
    /// by `set role` could take its own back, hence the signing in.)
    package struct PostgresRoles: Sendable {
        private let installation: String
        private let password: @Sendable (String) -> String

        /// - Parameters:
        ///   - installation: a few letters or digits. Roles are the whole server's, so two installations that have the
        ///     same tenant need other names for them.
        ///   - password: a role's, by its name; every daemon must come to the same.
        package init(installation: String, password: @escaping @Sendable (String) -> String) {
            (self.installation, self.password) = (installation, password)
        }

        func login(for schema: String) -> PostgresLogin {
            let name = "\(schema)_\(installation)"
            return PostgresLogin(user: name, password: password(name))
        }

        /// Makes the role where there is none, with the password that belongs to it.
        func make(_ login: PostgresLogin, _ connection: PostgresConnection) throws {
            var exists = false
            try connection.forEach("select 1 from pg_roles where rolname = \(login.user)") { _ in exists = true }
            let verb = exists ? "alter" : "create"
            let verifier = try connection.session.verifier(of: login)
            try connection.execute(.plain("\(verb) role \(login.user) login noinherit password '\(verifier)'"))
            // Who makes a schema for a role, or gives one over to it, must belong to it.
            try connection.execute(.plain("grant \(login.user) to current_user"))
        }

        /// Gives a schema over to the role with all that is in it and is not the role's yet.
        func give(_ schema: String, to login: PostgresLogin, _ connection: PostgresConnection) throws {
            try connection.execute(.plain("alter schema \(schema) owner to \(login.user)"))
            for statement in try belongings(of: schema, exceptOf: login, connection) {
                try connection.execute(.plain("alter \(statement) owner to \(login.user)"))
            }
        }

        /// Whether anything of a schema is another role's.
        func areMissing(in schema: String, _ login: PostgresLogin, _ connection: PostgresConnection) throws -> Bool {
            var owner: String?
            try connection.forEach(
                "select cast(pg_get_userbyid(nspowner) as text) from pg_namespace where nspname = \(schema)"
            ) { owner = try $0[0] }
            return try owner != login.user || !belongings(of: schema, exceptOf: login, connection).isEmpty
        }

        /// Tables, views and functions, as `alter` names them. What belongs to a table goes with it.
        private func belongings(
            of schema: String, exceptOf login: PostgresLogin, _ connection: PostgresConnection
        ) throws -> [String] {
            var names: [String] = []
            try connection.forEach(
                """
                select case relkind when 'v' then 'view ' else 'table ' end || cast(c.oid as regclass)
                from pg_class c where relkind in ('r', 'v') and relnamespace = cast(\(schema) as regnamespace)
                    and pg_get_userbyid(relowner) <> \(login.user)
                union all
                select 'function ' || cast(p.oid as regprocedure) from pg_proc p
                where pronamespace = cast(\(schema) as regnamespace) and pg_get_userbyid(proowner) <> \(login.user)
                """
            ) { names.append(try $0[0]) }
            return names
        }

        /// Takes the role away, once nothing is its own any more.
        func remove(_ login: PostgresLogin, _ connection: PostgresConnection) throws {
            try connection.execute(.plain("drop role if exists \(login.user)"))
        }
    }

    extension SQL {
        /// A statement of names that are ours, which cannot be bound.
        static func plain(_ text: String) -> SQL { SQL(stringLiteral: text) }
    }
#endif
