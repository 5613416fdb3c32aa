#if PostgreSQL
    import KohortCore
    import KohortStore
    import KohortTesting
    import Testing

    @testable import KohortPostgres

    @Suite(.enabled(if: TestEngine.server != nil)) struct PostgresClaimTests {
        private let schema: PostgresSchema

        init() throws { schema = try PostgresSchema() }

        @Test func `a tenant's place is one daemon's until it gives it back, and another tenant's is free`() throws {
            let (held, others) = (try schema.connect(), schema.name + "_other")
            let claim = try #require(try PostgresClaim(schema.name, by: held))
            #expect(try PostgresClaim(schema.name, by: schema.connect()) == nil)
            #expect(try PostgresClaim(others, by: schema.connect()) != nil)
            try claim.check()
            claim.end()
            #expect(throws: StoreFault.closed) { try claim.check() }
            #expect(try PostgresClaim(schema.name, by: schema.connect()) != nil)
        }

        @Test func `a claim that was lost with its connection says so, and is another's to make`() throws {
            let connection = try schema.connect()
            let claim = try #require(try PostgresClaim(schema.name, by: connection))
            try schema.connection.end(connection)
            let next = try #require(try PostgresClaim(schema.name, by: schema.connect()))
            #expect { try claim.check() } throws: { error in
                if case .interrupted = error as? StoreFault { true } else { false }
            }
            claim.end()
            try next.check()
        }

        @Test func `a claim holds up no write to the tenant`() throws {
            let claim = try #require(try PostgresClaim(schema.name, by: schema.connect()))
            let writer = try schema.connect()
            try writer.begin()
            try writer.execute("insert into note (title) values ('beside')")
            try writer.commit()
            try claim.check()
            #expect(try schema.titles == ["beside"])
        }
    }
#endif
