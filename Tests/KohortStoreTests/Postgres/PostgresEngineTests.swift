#if PostgreSQL
    import Foundation
    import KohortPostgres
    import KohortStore
    import KohortTesting
    import Testing

    @Suite(.enabled(if: TestEngine.server != nil)) struct PostgresEngineTests {
        @Test func `a database that is not ordered by bytes is refused`() throws {
            let schema = try PostgresSchema()
            let name = "d_" + schema.name
            let make = "create database \(name) template template0 encoding UTF8 locale 'C.UTF-8'"
            try schema.connection.execute(SQL(stringLiteral: make))
            defer { _ = try? schema.connection.execute(SQL(stringLiteral: "drop database \(name) with (force)")) }
            #expect { try engine(at: schema.address + " dbname=\(name)") } throws: { error in
                if case .unavailable(let why) = error as? StoreFault { why.contains("C.UTF-8") } else { false }
            }
        }

        @Test func `a server that does not wait for the disk is refused`() throws {
            let schema = try PostgresSchema()
            let address = schema.address + " options='-c synchronous_commit=off'"
            #expect(throws: StoreFault.self) { try engine(at: address) }
        }

        @Test func `a server that is not there is unavailable`() {
            #expect { try engine(at: "host=/nowhere") } throws: { error in
                if case .unavailable = error as? StoreFault { true } else { false }
            }
        }

        private func engine(at address: String) throws -> PostgresEngine {
            try PostgresEngine(PostgresConnections(PostgresServer(address: address)))
        }

        @Test func `the journal cannot be emptied at one stroke`() async throws {
            let store = try await TestStore.sample()
            _ = try await store.perform(WriteNote("note"))
            #expect { try store.withConnection { try $0.execute("truncate journal") } } throws: { error in
                if case .constraint = error as? StoreFault { true } else { false }
            }
        }
    }
#endif
