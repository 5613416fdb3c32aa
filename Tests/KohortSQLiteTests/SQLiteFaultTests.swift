import GRDBSQLite
import KohortStore
import Testing

@testable import KohortSQLite

struct SQLiteFaultTests {
    @Test(
        arguments: [
            (SQLITE_FULL, StoreFault.full), (SQLITE_IOERR | 3 << 8, .full),
            (SQLITE_IOERR | 19 << 8, .full), (SQLITE_IOERR, .unavailable("why")),
            (SQLITE_CONSTRAINT | 8 << 8, .constraint("why")), (SQLITE_BUSY, .unavailable("why")),
            (SQLITE_INTERRUPT, .unavailable("the read took too long")),
            (SQLITE_READONLY | 4 << 8, .unavailable("why")), (SQLITE_NOTADB, .unavailable("corrupt: why")),
            (SQLITE_ERROR, .statement("why")), (SQLITE_MISUSE, .statement("why")),
        ])
    func `a result code in the store's words`(_ code: Int32, _ fault: StoreFault) {
        #expect(SQLiteFault.fault(code: code, message: "why") == fault)
    }
}
