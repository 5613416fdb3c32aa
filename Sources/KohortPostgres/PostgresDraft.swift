#if PostgreSQL
    import KohortCore
    import KohortStore
    import Synchronization

    /// A file that is being received: content without a hash, which no reader finds.
    final class PostgresDraft: FileDraft {
        private struct State {
            var digest = FileDigest()
            /// What does not fill a piece yet.
            var rest: [UInt8] = []
            var pieces = 0
            var isOpen = true
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
                try connections.lend(place) { try store(&state, upTo: Int(PostgresFiles.pieceSize), $0) }
                state.isOpen = true
            }
        }

        func finish() throws -> StoredFile {
            try state.withLock { state in
                guard state.isOpen else { throw StoreFault.closed }
                state.isOpen = false
                let file = state.digest.file
                try connections.lend(place) { connection in
                    try connection.begin()
                    if try PostgresFiles.renew(file.hash, connection) {
                        try connection.execute("delete from file_content where id = \(id)")
                    } else {
                        try store(&state, upTo: 1, connection)
                        try name(file, connection)
                    }
                    try connection.commit()
                }
                return file
            }
        }

        func discard() {
            state.withLock { $0.isOpen = false }
            _ = try? connections.lend(place) {
                try $0.execute("delete from file_content where id = \(id) and hash is null")
            }
        }

        /// Writes pieces until fewer than `least` bytes are left.
        private func store(_ state: inout State, upTo least: Int, _ connection: PostgresConnection) throws {
            var stored = 0
            while state.rest.count - stored >= least {
                let piece = Array(state.rest.dropFirst(stored).prefix(Int(PostgresFiles.pieceSize)))
                try connection.execute(
                    "insert into file_piece (content, number, bytes) values (\(id), \(state.pieces), \(piece))")
                state.pieces += 1
                stored += piece.count
            }
            state.rest.removeFirst(stored)
        }

        /// Throws when the draft took so long that it was swept away.
        private func name(_ file: StoredFile, _ connection: PostgresConnection) throws {
            let named = try connection.execute(
                "update file_content set hash = \(file.hash), size = \(file.size) where id = \(id)")
            guard named == 1 else { throw StoreFault.unavailable("the file took too long to arrive") }
        }
    }
#endif
