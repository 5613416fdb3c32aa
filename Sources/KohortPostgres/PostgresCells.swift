#if PostgreSQL
    import CPostgres
    import KohortStore

    /// The columns of one row of an answer; valid until the answer is cleared.
    struct PostgresCells: Cells {
        let result: OpaquePointer
        let row: Int32

        func isNull(_ column: Int) -> Bool { PQgetisnull(result, row, Int32(column)) == 1 }

        func integer(_ column: Int) -> Int64? {
            if type(column) == PostgresType.bool { return content(column).map { $0.elementsEqual("t".utf8) ? 1 : 0 } }
            return PostgresType.integers.contains(type(column)) ? word(column).flatMap { Int64($0) } : nil
        }

        func real(_ column: Int) -> Double? {
            PostgresType.reals.contains(type(column)) ? word(column).flatMap { Double($0) } : nil
        }

        func text(_ column: Int) -> String? { PostgresType.texts.contains(type(column)) ? word(column) : nil }

        func blob(_ column: Int) -> [UInt8]? {
            type(column) == PostgresType.bytea ? content(column).flatMap { Hexadecimal.read($0) } : nil
        }

        private func type(_ column: Int) -> Oid { PQftype(result, Int32(column)) }

        private func word(_ column: Int) -> String? { content(column).map { String(decoding: $0, as: UTF8.self) } }

        private func content(_ column: Int) -> UnsafeRawBufferPointer? {
            guard !isNull(column), let start = PQgetvalue(result, row, Int32(column)) else { return nil }
            return UnsafeRawBufferPointer(start: start, count: Int(PQgetlength(result, row, Int32(column))))
        }
    }
#endif
