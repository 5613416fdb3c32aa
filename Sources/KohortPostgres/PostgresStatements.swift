#if PostgreSQL
    import CPostgres

    /// The statements that are prepared in a session, by text and the types of their values.
    struct PostgresStatements {
        struct Key: Hashable {
            let text: String
            let types: [Oid]

            /// The text with its values numbered `$1 $2 …`, as the server wants them.
            var numbered: String {
                let parts = text.split(separator: "?", omittingEmptySubsequences: false)
                return parts.dropFirst().enumerated().reduce(String(parts[0])) { $0 + "$\($1.offset + 1)" + $1.element }
            }
        }

        /// Lists in `in (…)` make a statement for each of their lengths, so there must be an end to them.
        private static let most = 256
        private var names: [Key: String] = [:]
        private var made = 0

        var areTooMany: Bool { made >= Self.most }
        subscript(key: Key) -> String? { names[key] }

        /// A name that was never given in this session.
        mutating func newName() -> String {
            made += 1
            return "s\(made)"
        }

        mutating func keep(_ name: String, for key: Key) { names[key] = name }
        mutating func forget(_ key: Key) { names[key] = nil }
        mutating func forgetAll() { self = PostgresStatements() }
    }
#endif
