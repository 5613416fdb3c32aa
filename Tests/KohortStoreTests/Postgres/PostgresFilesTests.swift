#if PostgreSQL
    import KohortCore
    import KohortStore
    import KohortTesting
    import Testing

    @Suite(.enabled(if: TestEngine.server != nil)) struct PostgresFilesTests {
        @Test func `what stopped arriving a day ago is swept away, and cannot be finished`() async throws {
            let store = try await TestStore.sample()
            let files = store.engine.files(of: store.store.tenant)
            let stopped = try files.begin()
            try stopped.append(Array(repeating: 7, count: 100_000))
            let finished = try files.begin()
            let file = try finished.finish()
            _ = try store.withConnection { try $0.execute("update file_content set begun_at = begun_at - 86400001") }
            let arriving = try files.begin()
            #expect(throws: StoreFault.self) { try stopped.finish() }
            #expect(try files.read(file.hash, offset: 0, count: 1) == [])
            try arriving.append([1])
            #expect(try arriving.finish().size == 1)
            #expect(try store.write { try $0.count("select count(*) from file_content") } == 2)
            #expect(try store.write { try $0.count("select count(*) from file_piece") } == 1)
        }

        @Test func `what is discarded leaves no row`() async throws {
            let store = try await TestStore.sample()
            let draft = try store.engine.files(of: store.store.tenant).begin()
            try draft.append(Array(repeating: 7, count: 100_000))
            #expect(try store.write { try $0.count("select count(*) from file_piece") } == 1)
            draft.discard()
            #expect(try store.write { try $0.count("select count(*) from file_content") } == 0)
            #expect(try store.write { try $0.count("select count(*) from file_piece") } == 0)
        }
    }
#endif
