#if PostgreSQL
    import CPostgres
    import KohortStore

    /// Values as a statement takes them: texts that end in a zero byte, one after another in one buffer, with the types
    /// they have in the store, so that the server need not guess.
    struct PostgresValues {
        private(set) var types: [Oid] = []
        private var bytes: [UInt8] = []
        /// Where each value begins; nil for null.
        private var starts: [Int?] = []

        /// Throws for a text with a zero byte, which the server cannot keep.
        init(_ values: [SQLValue]) throws {
            for value in values {
                types.append(PostgresType.of(value))
                starts.append(value == .null ? nil : bytes.count)
                try append(value)
            }
        }

        private mutating func append(_ value: SQLValue) throws {
            switch value {
            case .null: return
            case .integer(let number): bytes += String(number).utf8
            case .real(let number): bytes += "\(number)".utf8
            case .blob(let blob): bytes += Hexadecimal.written(blob)
            case .text(let text):
                guard !text.utf8.contains(0) else { throw StoreFault.statement("a text with a zero byte") }
                bytes += text.utf8
            }
            bytes.append(0)
        }

        /// Lends the values as libpq takes them.
        func withPointers<Answer>(_ body: ([UnsafePointer<CChar>?]) throws -> Answer) rethrows -> Answer {
            try bytes.withUnsafeBytes { buffer in
                let start = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
                return try body(starts.map { offset in offset.flatMap { start?.advanced(by: $0) } })
            }
        }
    }
#endif
