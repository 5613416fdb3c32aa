#if PostgreSQL
    import KohortCore
    import KohortStore
    import Synchronization

    /// A file that is being received: content without a hash, which no reader finds.
    final class PostgresDraft: FileDraft {
        private struct Piece {
            let number: Int
            let bytes: [UInt8]
        }

        private struct State {
            var digest = FileDigest()
            /// What does not fill a piece yet.
            var rest: [UInt8] = []
            var pieces = 0
            var isOpen = true

            /// Takes pieces until fewer than `least` bytes are left.
            mutating func take(upTo least: Int) -> [Piece] {
                var (taken, stored): ([Piece], Int) = ([], 0)
                while rest.count - stored >= least {
                    let bytes = Array(rest.dropFirst(stored).prefix(Int(PostgresFiles.pieceSize)))
                    taken.append(Piece(number: pieces, bytes: bytes))
                    pieces += 1
                    stored += bytes.count
                }
                rest.removeFirst(stored)
                return taken
            }
        }

        private let connections: PostgresConnections
        private let place: PostgresPlace
        private let id: DocumentID
        private let state = Mutex(State())

        init(connections: PostgresConnections, place: PostgresPlace, id: DocumentID) {
            (self.connections, self.place, self.id) = (connections, place, id)
        }

        /// A piece that could not be stored ends the draft: what follows would not be the file.
        func append(_ bytes: [UInt8]) throws {
            try state.withLock { state in
                guard state.isOpen else { throw StoreFault.closed }
                state.isOpen = false
                state.digest.append(bytes)
                state.rest += bytes
                let pieces = state.take(upTo: Int(PostgresFiles.pieceSize))
                try connections.lendRetrying(place) { for piece in pieces { try store(piece, $0) } }
                state.isOpen = true
            }
        }

        func finish() throws -> StoredFile {
            try state.withLock { state in
                guard state.isOpen else { throw StoreFault.closed }
                state.isOpen = false
                let (file, pieces) = (state.digest.file, state.take(upTo: 1))
                try connections.lendRetrying(place) { connection in
                    try connection.begin()
                    if try PostgresFiles.renew(file.hash, connection) {
                        try connection.execute("delete from file_content where id = \(id)")
                    } else {
                        for piece in pieces { try store(piece, connection) }
                        try name(file, connection)
                    }
                    try connection.commit()
                }
                return file
            }
        }

        func discard() {
            state.withLock { $0.isOpen = false }
            _ = try? connections.lendRetrying(place) {
                try $0.execute("delete from file_content where id = \(id) and hash is null")
            }
        }

        /// Does nothing where the piece is there already, since the answer may have been lost.
        private func store(_ piece: Piece, _ connection: PostgresConnection) throws {
            try connection.execute(
                """
                insert into file_piece (content, number, bytes) values (\(id), \(piece.number), \(piece.bytes))
                on conflict do nothing
                """)
        }

        /// Throws when the draft took so long that it was swept away.
        private func name(_ file: StoredFile, _ connection: PostgresConnection) throws {
            let named = try connection.execute(
                "update file_content set hash = \(file.hash), size = \(file.size) where id = \(id)")
            guard named == 1 else { throw StoreFault.unavailable("the file took too long to arrive") }
        }
    }
#endif
