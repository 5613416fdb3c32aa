import KohortStore
import KohortTesting
import Testing

struct DDLTests {
    private struct Shouting: Dialect {
        func word(for type: ColumnType) -> String { "\(type)".uppercased() }
        var tableSuffix: String { " !" }
        func appendOnly(table: String) -> [String] { ["keep \(table)"] }
    }

    @Test func `an engine's words stand for the types`() {
        let table: DDL = "create table t (a \(.integer), b \(.real), c \(.text), d \(.blob))"
        #expect(table.statements(in: Shouting()) == ["create table t (a INTEGER, b REAL, c TEXT, d BLOB) !"])
        #expect(table.literalText == "create table t (a , b , c , d )")
    }

    @Test func `only a table takes the suffix`() {
        let index: DDL = "create index i on t (a)"
        #expect(index.statements(in: Shouting()) == ["create index i on t (a)"])
        #expect(DDL.appendOnly("t").statements(in: Shouting()) == ["keep t"])
    }

    @Test func `a unique index may hold for some rows alone`() async throws {
        let module = SchemaModule(
            "seats",
            [
                Migration(
                    "seats",
                    [
                        "create table seat (id \(.text) primary key, place \(.text) not null, state \(.text) not null)",
                        "create unique index seat_taken on seat (place) where state = 'taken'",
                    ])
            ])
        let store = try await TestStore.make(modules: [module])
        try store.write { write in
            for (id, state) in [("a", "left"), ("b", "left"), ("c", "taken")] {
                try write.execute("insert into seat (id, place, state) values (\(id), 'one', \(state))")
            }
        }
        #expect { try store.write { try $0.execute("insert into seat values ('d', 'one', 'taken')") } } throws: {
            error in
            if case .constraint = error as? StoreFault { true } else { false }
        }
    }
}
