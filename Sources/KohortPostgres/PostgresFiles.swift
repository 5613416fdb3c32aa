#if PostgreSQL
    import KohortCore
    import KohortStore

    /// A tenant's files as rows of pieces, so that neither end holds a whole file.
    struct PostgresFiles: FileStorage {
        /// In bytes; as much as is commonly read at once.
        static let pieceSize: Int64 = 1 << 16
        /// How long a file may be in arriving before a later one sweeps it away.
        private static let longestArrival = Duration.seconds(24 * 60 * 60)

        /// Content without a hash is still arriving. Pieces are not compressed: documents are already.
        static let tables: [SQL] = [
            """
            create table file_content (id text primary key, begun_at bigint not null, hash text unique, size bigint,
                check ((hash is null) = (size is null)))
            """,
            """
            create table file_piece (content text not null references file_content (id) on delete cascade,
                number bigint not null, bytes bytea not null, primary key (content, number))
            """,
            "alter table file_piece alter column bytes set storage external",
        ]

        let connections: PostgresConnections
        let place: PostgresPlace

        func begin() throws -> any FileDraft {
            let id = DocumentID.new()
            try connections.lend(place) { connection in
                let oldest = Instant.now.adding(.zero - Self.longestArrival)
                try connection.execute("delete from file_content where hash is null and begun_at < \(oldest)")
                try connection.execute("insert into file_content (id, begun_at) values (\(id), \(Instant.now))")
            }
            return PostgresDraft(connections: connections, place: place, id: id)
        }

        func read(_ hash: String, offset: Int64, count: Int) throws -> [UInt8]? {
            guard StoredFile.isHash(hash) else { return nil }
            let (first, skipped) = offset.quotientAndRemainder(dividingBy: Self.pieceSize)
            let last = first + (skipped + Int64(count)) / Self.pieceSize
            var bytes: [UInt8]?
            try connections.lend(place) { connection in
                try connection.forEach(
                    """
                    select p.bytes from file_content c left join file_piece p on p.content = c.id
                        and p.number between \(first) and \(last)
                    where c.hash = \(hash) order by p.number
                    """
                ) { bytes = (bytes ?? []) + (try $0[0] ?? []) }
            }
            return bytes.map { Array($0.dropFirst(Int(skipped)).prefix(count)) }
        }

        func remove(_ hash: String) throws {
            guard StoredFile.isHash(hash) else { return }
            _ = try connections.lend(place) { try $0.execute("delete from file_content where hash = \(hash)") }
        }

        func hashes(before instant: Instant) throws -> [String] {
            var hashes: [String] = []
            try connections.lend(place) { connection in
                try connection.forEach(
                    "select hash from file_content where hash is not null and begun_at < \(instant)"
                ) { hashes.append(try $0[0]) }
            }
            return hashes
        }

        func renew(_ hash: String) throws -> Bool {
            try connections.lend(place) { try Self.renew(hash, $0) }
        }

        func remove(_ hash: String, before instant: Instant) throws -> Bool {
            try connections.lend(place) { connection in
                try connection.execute("delete from file_content where hash = \(hash) and begun_at < \(instant)") > 0
            }
        }

        func removeDrafts(before instant: Instant) throws {
            _ = try connections.lend(place) { connection in
                try connection.execute("delete from file_content where hash is null and begun_at < \(instant)")
            }
        }

        static func renew(_ hash: String, _ connection: PostgresConnection) throws -> Bool {
            try connection.execute("update file_content set begun_at = \(Instant.now) where hash = \(hash)") > 0
        }
    }
#endif
