import Foundation
import KohortCore
import KohortSQLite
import KohortStore
import KohortTesting
import Testing

@Suite(.timeLimit(.minutes(15))) struct ReadLimitTests {
    private static let tooLong = StoreFault.unavailable("the read took too long")

    /// A row for every hundred thousand numbers below a bound.
    private static func numbers(below bound: Int) -> SQL {
        """
        with recursive n (i) as (select 1 union all select i + 1 from n where i < \(bound)) \
        select i from n where i % 100000 = 0
        """
    }

    private static let endless = numbers(below: .max)
    private static let pages: SQL = "select count(*) from page"

    @Test func `a read that takes too long is ended, and its handle reads on`() throws {
        let tried = try SQLiteStore(longestRead: .milliseconds(50))
        let (fault, next) = try tried.storage.read(reader: 0) {
            ($0.fault(of: Self.endless), try $0.numbers(Self.pages))
        }
        #expect(fault == Self.tooLong && next == [0])
        #expect(try tried.storage.read(reader: 0) { try $0.numbers(Self.pages) } == [0])
        let patient = try SQLiteStore()
        #expect(try patient.storage.read(reader: 0) { try $0.numbers(Self.numbers(below: 3_000_001)).count } == 30)
    }

    @Test func `a read between the rows of one that takes too long does not give it more time`() throws {
        let tried = try SQLiteStore(longestRead: .milliseconds(50))
        let fault = try tried.storage.read(reader: 0) { reader in
            reader.fault(of: Self.endless) { _ = try reader.numbers(Self.pages) }
        }
        #expect(fault == Self.tooLong)
    }

    @Test func `what is handed on row by row has the limit for each row`() throws {
        let tried = try SQLiteStore(longestRead: .seconds(1))
        let four = Self.numbers(below: 400_001)
        let taking = { Thread.sleep(forTimeInterval: 0.4) }
        var rows = 0
        try tried.storage.read(reader: 0) { reader in
            try reader.stream(four) { _ in
                taking()
                rows += 1
            }
        }
        #expect(rows == 4)
        #expect(try tried.storage.read(reader: 0) { $0.fault(of: four, atEachRow: taking) } == Self.tooLong)
        let never: SQL = "with recursive n (i) as (select 1 union all select i + 1 from n) select i from n where i < 0"
        #expect(throws: Self.tooLong) { try tried.storage.read(reader: 0) { try $0.stream(never) { _ in } } }
    }

    @Test func `a command that reads for too long is refused, and one that writes for as long is not`() throws {
        let tried = try SQLiteStore(longestRead: .milliseconds(50))
        let written: SQL = "insert into page (id, text) select i, '' from (" + Self.numbers(below: 3_000_001) + ")"
        var time = Duration.zero
        let (fault, isOpen) = try tried.storage.write { writer in
            try writer.begin()
            try writer.execute("insert into page (id, text) values ('before', '')")
            let refused = (writer.fault(of: Self.endless), writer.isInTransaction)
            time = try ContinuousClock().measure { _ = try writer.execute(written) }
            try writer.commit()
            return refused
        }
        #expect(fault == Self.tooLong && isOpen && time > .milliseconds(100))
        #expect(try tried.storage.read(reader: 0) { try $0.numbers(Self.pages) } == [31])
    }
}

extension KohortStore.Connection {
    fileprivate func numbers(_ query: SQL) throws -> [Int] {
        var numbers: [Int] = []
        try forEach(query) { numbers.append(try $0[0]) }
        return numbers
    }

    fileprivate func fault(of query: SQL, atEachRow body: () throws -> Void = {}) -> StoreFault? {
        do { try forEach(query) { _ in try body() } } catch { return error as? StoreFault }
        return nil
    }
}
