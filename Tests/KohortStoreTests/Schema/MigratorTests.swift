import KohortCore
import KohortStore
import KohortTesting
import Testing

struct MigratorTests {
    private static let first = Migration("first", ["create table one (a \(.integer) primary key)"])
    private static let second = Migration(
        "second", ["create table two (a \(.integer) primary key)", "insert into two (a) values (7)"])
    private let database: EmptyDatabase

    init() throws { database = try EmptyDatabase() }

    @Test func `steps are applied in order and once`() throws {
        #expect(try database.migrate([Self.first, Self.second]) == ["m/first", "m/second"])
        #expect(try database.migrate([Self.first, Self.second]) == [])
        #expect(try database.values(of: "two") == [7])
    }

    @Test func `what is still to be applied is known before`() throws {
        try database.migrate([Self.first])
        let schema = Schema([SchemaModule("m", [Self.first, Self.second])])
        #expect(try database.pending(schema) == ["m/second"])
        #expect(try database.migrate([Self.first, Self.second]) == ["m/second"])
        #expect(try database.pending(schema) == [])
    }

    @Test func `a database of a newer version is refused and left alone`() throws {
        try database.migrate([Self.first, Self.second])
        #expect { try database.migrate([Self.first]) } throws: { isForeign($0) }
        #expect { try database.migrate(Schema([])) } throws: { isForeign($0) }
        #expect(try database.values(of: "two") == [7])
    }

    @Test func `a step that was edited after it was applied is refused`() throws {
        try database.migrate([Self.first])
        let edited = Migration("first", ["create table one (a \(.text) primary key)"])
        #expect { try database.migrate([edited, Self.second]) } throws: { isForeign($0) }
        #expect(throws: StoreFault.self) { try database.values(of: "two") }
    }

    @Test func `a step that fails leaves nothing, and those before it stay`() throws {
        let failing = Migration("failing", ["create table two (a \(.integer))", "create table one (a \(.integer))"])
        #expect(throws: StoreFault.self) { try database.migrate([Self.first, failing]) }
        #expect(try database.values(of: "one") == [])
        #expect(throws: StoreFault.self) { try database.values(of: "two") }
        #expect(try database.migrate([Self.first, Self.second]) == ["m/second"])
    }

    @Test func `modules are applied in their order`() throws {
        let later = SchemaModule(
            "later", [Migration("first", ["create table three (a \(.integer) references one (a))"])])
        let schema = Schema([SchemaModule("m", [Self.first]), later])
        #expect(try database.migrate(schema) == ["m/first", "later/first"])
    }

    private func isForeign(_ error: any Error) -> Bool {
        if case .foreign = error as? StoreFault { true } else { false }
    }
}
