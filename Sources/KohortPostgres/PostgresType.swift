#if PostgreSQL
    import CPostgres
    import KohortStore

    /// The server's numbers of the types that the store meets (pg_type.dat); they never change.
    enum PostgresType {
        static let bool: Oid = 16
        static let bytea: Oid = 17
        private static let int8: Oid = 20
        private static let text: Oid = 25
        private static let float8: Oid = 701
        private static let int2: Oid = 21
        private static let int4: Oid = 23
        private static let float4: Oid = 700
        private static let numeric: Oid = 1700
        private static let name: Oid = 19
        private static let varchar: Oid = 1043

        /// What sums and counts come in besides BIGINT.
        static let integers: Set<Oid> = [int8, int4, int2, numeric]
        static let reals: Set<Oid> = [float8, float4, int8, int4, int2, numeric]
        static let texts: Set<Oid> = [text, varchar, name]

        /// 0 for null: the server takes the type from where it stands.
        static func of(_ value: SQLValue) -> Oid {
            switch value {
            case .null: 0
            case .integer: int8
            case .real: float8
            case .text: text
            case .blob: bytea
            }
        }
    }
#endif
