#if PostgreSQL
    import Foundation
    import KohortStore
    import KohortTesting
    import Testing

    @testable import KohortPostgres

    @Suite(.enabled(if: TestEngine.server != nil)) struct PostgresConnectionTests {
        private let schema: PostgresSchema

        init() throws { schema = try PostgresSchema() }

        @Test func `a commit whose answer is lost is known to have taken place`() throws {
            try makeCommitsSlow()
            let connection = try schema.connect()
            try connection.begin()
            try connection.execute("insert into note (title) values ('kept')")
            let socket = connection.session.socket
            Thread.detachNewThread {
                Thread.sleep(forTimeInterval: 0.3)
                shutdown(socket, Int32(SHUT_RDWR))
            }
            try connection.commit()
            #expect(try schema.titles == ["kept"])
        }

        @Test func `a transaction that its server gave up is known not to have taken place`() throws {
            let connection = try schema.connect()
            try connection.begin()
            try connection.execute("insert into note (title) values ('lost')")
            try schema.connection.end(connection)
            #expect { try connection.commit() } throws: { error in
                if case .interrupted = error as? StoreFault { true } else { false }
            }
            #expect(try schema.titles == [])
            #expect(try connection.answer(to: "select count(*)::text from note") == "0")
        }

        @Test func `what is streamed comes in pieces, and the connection goes on`() throws {
            let count = 1200
            try schema.connection.execute(
                "insert into note (title) select lpad(number::text, 4, '0') from generate_series(1, \(count)) as number"
            )
            let connection = try schema.connect()
            connection.beginReading()
            var titles: [String] = []
            let before = connection.session.roundTrips
            try connection.stream("select title from note order by title") { titles.append(try $0[0]) }
            // Its beginning and end, two full pieces, one of the rest, and an empty one.
            #expect(connection.session.roundTrips - before == 6)
            #expect(titles == (try schema.titles))
            #expect(titles.count == count)
            #expect(throws: StoreFault.closed) {
                try connection.stream("select title from note") { _ in throw StoreFault.closed }
            }
            connection.leave()
            #expect(try connection.answer(to: "select count(*)::text from note") == "\(count)")
        }

        @Test func `a failed transaction cannot be committed`() throws {
            let connection = try schema.connect()
            try connection.begin()
            try connection.execute("insert into note (title) values ('lost')")
            #expect(throws: StoreFault.self) { try connection.execute("select nothing from nowhere") }
            #expect(throws: StoreFault.poisoned) { try connection.commit() }
            #expect(try schema.titles == [])
        }

        @Test(arguments: ["40001", "40P01"])
        func `a conflict ends the transaction, another failure only its statement`(_ state: String) throws {
            let connection = try schema.connect()
            try connection.begin()
            #expect(throws: StoreFault.self) { try connection.execute("select nothing from nowhere") }
            #expect(connection.isInTransaction)
            connection.rollback()
            try connection.begin()
            let conflict = "do $$ begin raise exception 'conflict' using errcode = '\(state)'; end $$"
            #expect(throws: StoreFault.interrupted("conflict")) { try connection.execute(SQL(stringLiteral: conflict)) }
            #expect(!connection.isInTransaction)
        }

        @Test func `there is an end to prepared statements`() throws {
            for count in 1...600 {
                _ = try schema.connection.execute("select \(list: Array(0..<count))")
            }
            let prepared = try schema.answers(to: "select count(*)::text from pg_prepared_statements").first
            #expect(prepared.flatMap { Int($0) } ?? .max <= 256)
        }

        @Test func `a statement whose columns changed works again after one failure`() throws {
            func titles() throws -> [String] { try schema.answers(to: "select title from note where title <> \("")") }
            try schema.connection.execute("insert into note (title) values ('a')")
            #expect(try titles() == ["a"])
            try schema.connection.execute("alter table note alter column title type varchar(10)")
            #expect(throws: StoreFault.self) { try titles() }
            #expect(try titles() == ["a"])
        }

        @Test func `a text with a zero byte is refused, not cut`() {
            #expect(throws: StoreFault.statement("a text with a zero byte")) {
                try schema.connection.execute("insert into note (title) values (\("a\0b"))")
            }
        }

        /// A trigger sleeps for half a second while the transaction commits.
        private func makeCommitsSlow() throws {
            try schema.connection.execute(
                """
                create function linger() returns trigger language plpgsql
                as $$ begin perform pg_sleep(0.7); return null; end $$
                """)
            try schema.connection.execute(
                """
                create constraint trigger lingering after insert on note deferrable initially deferred
                for each row execute function linger()
                """)
        }
    }
#endif
