#if PostgreSQL
    import KohortCore
    import KohortStore
    import KohortTesting
    import Testing

    @testable import KohortPostgres

    /// Three may pass in a minute; what was taken comes back evenly.
    @Suite(.enabled(if: TestEngine.server != nil)) struct PostgresLimitsTests {
        private static let (share, window) = (20_000.0, 60_000.0)
        private let schema: PostgresSchema
        private let limits: PostgresLimits

        init() throws {
            schema = try PostgresSchema()
            let connections = PostgresConnections(PostgresServer(address: schema.address))
            limits = PostgresLimits(connections: connections, schema: schema.name)
            try connections.lend(schema.name) { _ = try $0.execute(PostgresLimits.table) }
        }

        private func take(_ text: String) throws -> Duration? {
            try limits.take(Self.share, of: Self.window, under: "somebody", at: .at(text))
        }

        @Test func `so many pass, and the next is told how long to wait`() throws {
            for _ in 1...3 { #expect(try take("2026-11-01T11:00:00Z") == nil) }
            #expect(try take("2026-11-01T11:00:00Z") == .seconds(20))
            #expect(try take("2026-11-01T11:00:20Z") == nil)
        }

        @Test func `a clock that goes back an hour stops nobody for an hour, and a second back frees nobody`() throws {
            for _ in 1...3 { _ = try take("2026-11-01T12:00:00Z") }
            #expect(try take("2026-11-01T11:59:59Z") != nil)
            for _ in 1...3 { #expect(try take("2026-11-01T11:00:00Z") == nil) }
            #expect(try take("2026-11-01T11:00:00Z") == .seconds(20))
        }
    }
#endif
