import GRDB
import KohortCore
import KohortStore
import Synchronization

/// One database file: a writer handle and a read-only handle for each reader thread, opened when first needed.
final class SQLiteStorage: Storage {
    private struct Handle {
        let queue: DatabaseQueue
        let limit: ReadLimit
    }

    private let path: String
    private let longestRead: Duration
    private let folding: LogFolding
    private let writer: Handle
    private let readers = Mutex<[Int: Handle]>([:])
    let dialect: any Dialect = SQLiteDialect()

    /// Opens the file, or makes it when `creates`. Refuses to go on unless commits reach the disk.
    init(path: String, creates: Bool, longestRead: Duration = .zero, _ checkpoints: Checkpoints = Checkpoints()) throws
    {
        let folding = LogFolding(checkpoints)
        (self.path, self.longestRead, self.folding) = (path, longestRead, folding)
        if creates {
            try FileSystem.makeFile(path)
        } else if !FileSystem.exists(path) {
            throw StoreFault.unavailable("there is no \(path)")
        }
        writer = try Self.handle(path, longestRead, folding)
        try requireDurability()
    }

    /// `folding` is the writer's; without it the handle only reads.
    private static func handle(_ path: String, _ longestRead: Duration, _ folding: LogFolding?) throws -> Handle {
        let limit = ReadLimit(longestRead)
        let configuration = configuration(limit, folding)
        return Handle(
            queue: try SQLiteFault.mapped { try DatabaseQueue(path: path, configuration: configuration) }, limit: limit)
    }

    private static func configuration(_ limit: ReadLimit, _ folding: LogFolding?) -> GRDB.Configuration {
        var configuration = GRDB.Configuration()
        configuration.readonly = folding == nil
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { database in
            limit.watch(database)
            if let folding {
                // Every table and index takes a page at least, which is most of a small tenant's file.
                try database.execute(sql: "pragma page_size = 2048")
                try database.execute(sql: "pragma journal_mode = wal")
                try database.execute(sql: "pragma synchronous = full")
                folding.watch(database)
                try database.execute(sql: "pragma journal_size_limit = 67108864")
                try database.execute(sql: "pragma secure_delete = on")
            }
            try database.execute(sql: "pragma mmap_size = 0")
            try database.execute(sql: "pragma cache_size = -256")
            try database.execute(sql: "pragma trusted_schema = off")
            try database.execute(sql: "pragma cell_size_check = on")
        }
        return configuration
    }

    /// An acknowledged command must survive a power loss: WAL with a sync at each commit, whatever a library preferred.
    private func requireDurability() throws {
        let settings = try SQLiteFault.mapped {
            try writer.queue.inDatabase {
                (try String.fetchOne($0, sql: "pragma journal_mode"), try Int.fetchOne($0, sql: "pragma synchronous"))
            }
        }
        guard settings == ("wal", 2) else {
            throw StoreFault.unavailable("\(path) is not durable: \(settings)")
        }
    }

    func write<Answer>(_ body: (any WriteConnection) throws -> Answer) throws -> Answer {
        try writer.queue.inDatabase { try body(SQLiteConnection($0, writer.limit)) }
    }

    func read<Answer>(reader: Int, _ body: (any Connection) throws -> Answer) throws -> Answer {
        let handle = try handle(reader)
        return try handle.queue.inDatabase { database in
            let connection = SQLiteConnection(database, handle.limit)
            try connection.execute("begin")
            defer { connection.rollback() }
            return try body(connection)
        }
    }

    private func handle(_ reader: Int) throws -> Handle {
        if let open = readers.withLock({ $0[reader] }) { return open }
        let opened = try Self.handle(path, longestRead, nil)
        readers.withLock { $0[reader] = opened }
        return opened
    }

    /// Folds the log into the file, so that the folder rests as one file, and gives back the handles.
    func close() {
        let open = readers.withLock { handles in
            defer { handles = [:] }
            return Array(handles.values)
        }
        for reader in open { try? reader.queue.close() }
        try? writer.queue.inDatabase { database in
            folding.fold(database.sqliteConnection)
            try database.execute(sql: "pragma wal_checkpoint(truncate)")
        }
        try? writer.queue.close()
    }
}
