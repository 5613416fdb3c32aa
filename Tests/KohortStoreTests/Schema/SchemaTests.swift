import KohortStore
import Testing

struct SchemaTests {
    private func schema(_ statement: DDL, view: StaticString = "select 1 as one") -> Schema {
        Schema([SchemaModule("m", [Migration("first", [statement])], views: [ReportView("report_m", view)])])
    }

    @Test func `equal schemas have equal fingerprints`() {
        let table: DDL = "create table t (a \(.integer))"
        #expect(schema(table).checksum == schema(table).checksum)
    }

    @Test func `a type, a name or a view makes another`() {
        let one = schema("create table t (a \(.integer))")
        #expect(one.checksum != schema("create table t (a \(.text))").checksum)
        #expect(one.checksum != schema("create table t (b \(.integer))").checksum)
        #expect(one.checksum != schema("create table t (a \(.integer))", view: "select 2 as one").checksum)
    }
}
