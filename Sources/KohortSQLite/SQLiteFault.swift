import GRDB
import GRDBSQLite
import KohortStore

/// SQLite's result codes in the store's own words.
enum SQLiteFault {
    /// SQLITE_IOERR_WRITE, a macro that Swift does not see: what a file size limit shows as.
    private static let writeError = SQLITE_IOERR | 3 << 8
    /// SQLITE_IOERR_SHMSIZE: no room for the index of the log.
    private static let indexError = SQLITE_IOERR | 19 << 8

    static func mapped<Answer>(_ body: () throws -> Answer) throws -> Answer {
        do { return try body() } catch let error as DatabaseError {
            throw fault(code: error.extendedResultCode.rawValue, message: error.message ?? "")
        }
    }

    static func fault(code: Int32, message: String) -> StoreFault {
        switch code & 0xFF {
        case SQLITE_FULL: .full
        case SQLITE_IOERR: [writeError, indexError].contains(code) ? .full : .unavailable(message)
        case SQLITE_CONSTRAINT: .constraint(message)
        case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_NOMEM:
            .unavailable(message)
        // Nobody interrupts but a handle's limit.
        case SQLITE_INTERRUPT: .unavailable("the read took too long")
        case SQLITE_CORRUPT, SQLITE_NOTADB: .unavailable("corrupt: \(message)")
        default: .statement(message)
        }
    }
}
