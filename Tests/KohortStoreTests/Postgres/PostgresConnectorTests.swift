#if PostgreSQL
    import Foundation
    import KohortStore
    import KohortTesting
    import Synchronization
    import Testing

    @testable import KohortPostgres

    /// A role that the server does not let in, beside others that it does.
    @Suite(.enabled(if: TestEngine.server != nil)) struct PostgresConnectorTests {
        private let schema: PostgresSchema
        private let role = "r_" + UUID().uuidString.lowercased().replacing("-", with: "")
        private let connector: PostgresConnector
        private let patience = Duration.seconds(1)

        init() throws {
            schema = try PostgresSchema()
            connector = PostgresConnector(PostgresServer(address: schema.address), patience: patience)
        }

        private func withRole(_ body: (PostgresLogin) throws -> Void) throws {
            try schema.connection.execute(.plain("create role \(role) login password 'right' connection limit 0"))
            defer { _ = try? schema.connection.execute(.plain("drop role \(role)")) }
            try body(PostgresLogin(user: role, password: "right"))
        }

        /// How long it took until a login was given up, and why.
        private func giveUp(_ login: PostgresLogin) -> (Duration, StoreFault?) {
            var fault: StoreFault?
            let time = ContinuousClock().measure {
                do { _ = try connector.session(as: login) } catch { fault = error as? StoreFault }
            }
            return (time, fault)
        }

        @Test func `a login that always fails is given up although others come in meanwhile`() throws {
            try withRole { login in
                _ = try connector.session()
                let isOver = Mutex(false)
                Thread.detachNewThread { [connector] in
                    let end = ContinuousClock.now.advanced(by: .seconds(4))
                    while !isOver.withLock(\.self), .now < end { _ = try? connector.session() }
                }
                let (time, fault) = giveUp(login)
                isOver.withLock { $0 = true }
                #expect("\(fault ?? .closed)".contains("too many connections"))
                #expect(patience <= time && time < .seconds(3))
            }
        }

        @Test func `a login that is refused is told so at once, and nobody takes the server for away`() throws {
            _ = try connector.session()
            let (time, fault) = giveUp(PostgresLogin(user: role, password: "wrong"))
            #expect(time < patience)
            guard case .unavailable(let reason) = fault else { throw fault ?? StoreFault.closed }
            #expect(reason.contains("password authentication failed for user \"\(role)\""))
            #expect(!reason.contains("28P01"))
            // Who meets a server that starts again is still waited for: nobody has said that it went away.
            try withRole { login in
                Thread.sleep(forTimeInterval: 1.1)
                #expect(giveUp(login).0 >= patience)
            }
        }

        @Test func `a database that is not there is refused at once`() throws {
            let connector = PostgresConnector(
                PostgresServer(address: schema.address + " dbname=\(role)"), patience: patience)
            #expect { try connector.session() } throws: { error in
                if case .unavailable(let why) = error as? StoreFault { why.contains("does not exist") } else { false }
            }
        }
    }
#endif
