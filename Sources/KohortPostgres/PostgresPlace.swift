#if PostgreSQL
    /// A schema, and whom a connection goes there as; nil as the server's address says.
    struct PostgresPlace: Hashable, Sendable {
        let schema: String
        var login: PostgresLogin?
    }

    /// A role that signs in with a password. Neither is ever printed.
    struct PostgresLogin: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
        let user: String
        let password: String

        var description: String { "a login" }
        var customMirror: Mirror { Mirror(self, children: []) }
    }
#endif
