import KohortStore
import KohortTesting
import Testing

struct ReportViewTests {
    private static let table = Migration(
        "first", ["create table one (a \(.integer) primary key)", "insert into one (a) values (1)"])
    private let database: EmptyDatabase

    init() throws { database = try EmptyDatabase() }

    @Test func `a view is published with its table`() throws {
        try database.migrate([Self.table], views: [ReportView("report_one", "select a from one")])
        #expect(try database.values(of: "report_one") == [1])
    }

    @Test func `a view that changed is published anew`() throws {
        try database.migrate([Self.table], views: [ReportView("report_one", "select a from one")])
        try database.migrate([Self.table], views: [ReportView("report_one", "select a + 1 as a from one")])
        #expect(try database.values(of: "report_one") == [2])
    }

    @Test func `a view may read another`() throws {
        let views = [
            ReportView("report_one", "select a from one"), ReportView("report_two", "select a from report_one"),
        ]
        try database.migrate([Self.table], views: views)
        let changed = [views[0], ReportView("report_two", "select a + 1 as a from report_one")]
        try database.migrate([Self.table], views: changed)
        #expect(try database.values(of: "report_two") == [2])
    }

    @Test func `a view that is not published any more is gone`() throws {
        let views = [
            ReportView("report_one", "select a from one"), ReportView("report_two", "select a from report_one"),
        ]
        try database.migrate([Self.table], views: views)
        try database.migrate([Self.table], views: [views[0]])
        #expect(throws: StoreFault.self) { try database.values(of: "report_two") }
        #expect(try database.values(of: "report_one") == [1])
        try database.migrate([Self.table])
        #expect(throws: StoreFault.self) { try database.values(of: "report_one") }
    }
}
