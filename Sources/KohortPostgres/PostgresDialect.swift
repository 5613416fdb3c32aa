#if PostgreSQL
    import KohortStore

    struct PostgresDialect: Dialect {
        func word(for type: ColumnType) -> String {
            switch type {
            case .integer: "BIGINT"
            case .real: "DOUBLE PRECISION"
            case .text: "TEXT"
            case .blob: "BYTEA"
            }
        }

        var tableSuffix: String { "" }

        /// 23001 is restrict_violation, so that a refusal is a constraint's as on SQLite.
        func appendOnly(table: String) -> [String] {
            [
                """
                create or replace function refuse_change() returns trigger language plpgsql as $$ begin \
                raise exception '% is append-only', tg_table_name using errcode = '23001'; end $$
                """,
                """
                create trigger \(table)_no_change before update or delete on \(table) \
                for each row execute function refuse_change()
                """,
                """
                create trigger \(table)_no_truncate before truncate on \(table) \
                for each statement execute function refuse_change()
                """,
            ]
        }
    }
#endif
