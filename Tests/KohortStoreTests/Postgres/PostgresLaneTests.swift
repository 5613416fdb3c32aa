#if PostgreSQL
    import KohortCore
    import KohortStore
    import KohortTesting
    import Testing

    @Suite(.enabled(if: TestEngine.server != nil)) struct PostgresLaneTests {
        @Test func `after a conflict everybody's call is performed again`() async throws {
            let store = try await TestStore.sample()
            try store.withConnection { connection in
                try connection.execute("create sequence attempt")
                try connection.execute(
                    """
                    create function conflict_once() returns trigger language plpgsql as $$ begin
                    if nextval('attempt') = 30 then raise exception 'conflict' using errcode = '40001'; end if;
                    return new; end $$
                    """)
                try connection.execute(
                    "create trigger conflict before insert on note for each row execute function conflict_once()")
            }
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { _ = try await store.perform(HoldLane()) }
                for number in 0..<60 { group.addTask { _ = try await store.perform(WriteNote("note \(number)")) } }
                try await group.waitForAll()
            }
            #expect(try await store.state.titles.count == 60)
            #expect(try store.write { try $0.count("select cast(last_value as bigint) from attempt") } > 60)
        }
    }

    /// Keeps the lane busy while others queue behind it.
    private struct HoldLane: Command {
        static let permission = Permission("sample.lane.hold")
        static let events: [any Event.Type] = []
        var scope: Scope { .consortium }

        func perform(in write: borrowing Write) throws -> Done {
            _ = try write.read.first("select cast(pg_sleep(0.5) as text)") { try $0[0] as String }
            return Done()
        }
    }
#endif
