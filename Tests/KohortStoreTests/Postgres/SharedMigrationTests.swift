#if PostgreSQL
    import KohortCore
    import KohortStore
    import KohortTesting
    import Testing

    /// Three versions of a program on one tenant: the second adds a column, the third takes away what the second left
    /// unused. Each goes on beside the next.
    @Suite(.enabled(if: TestEngine.server != nil)) struct SharedMigrationTests {
        private static let first = Migration(
            "pages", ["create table page (title \(.text) not null, mood \(.text))"])
        private static let expansion = Migration("authors", ["alter table page add column author \(.text)"])
        private static let contraction = Migration("moods", ["alter table page drop column mood"])

        private static func modules(_ migrations: Migration...) -> [SchemaModule] {
            [SchemaModule("pages", migrations)]
        }

        /// The tenant as a daemon of another version has it open.
        private func daemon(_ test: TestStore, _ migrations: Migration...) throws -> Store {
            let schema = Schema([StoreSchema.module, SchemaModule("pages", migrations)])
            return Store(
                tenant: test.store.tenant, storage: try test.engine.open(test.store.tenant),
                composition: Composition(schema: schema, authority: .everything),
                threads: StoreThreads(writers: 1, readers: 1, files: 1))
        }

        @Test func `a daemon goes on writing and reading while a newer one adds to its tenant`() async throws {
            let old = try await TestStore.make(modules: Self.modules(Self.first))
            try await old.write("before")
            let new = try daemon(old, Self.first, Self.expansion)
            async let written = atOnce(Array(0..<60)) { try await old.write("beside \($0)") }
            #expect(try await new.migrate(at: .now) == ["pages/authors"])
            #expect(await written.failures().isEmpty)
            try await old.write("after")
            _ = try await new.perform(WriteSigned(title: "signed"), by: .system, at: .now)
            #expect(try await old.fetch(Titles()).count == 63)
            #expect(try await new.fetch(Authors(), by: .system, at: .now) == ["Kim"])
        }

        @Test func `the older one opens no tenant any more that the newer one has seen`() async throws {
            let old = try await TestStore.make(modules: Self.modules(Self.first))
            _ = try await daemon(old, Self.first, Self.expansion).migrate(at: .now)
            await #expect(throws: StoreFault.foreign("made by a newer version: has step pages/1")) {
                try await daemon(old, Self.first).migrate(at: .now)
            }
        }

        @Test func `what the version before uses no more may go while it runs`() async throws {
            let old = try await TestStore.make(modules: Self.modules(Self.first))
            let middle = try daemon(old, Self.first, Self.expansion)
            _ = try await middle.migrate(at: .now)
            _ = try await middle.perform(WriteSigned(title: "before"), by: .system, at: .now)
            #expect(try await middle.fetch(Titles(), by: .system, at: .now) == ["before"])
            let new = try daemon(old, Self.first, Self.expansion, Self.contraction)
            #expect(try await new.migrate(at: .now) == ["pages/moods"])
            _ = try await middle.perform(WriteSigned(title: "after"), by: .system, at: .now)
            #expect(try await middle.fetch(Titles(), by: .system, at: .now) == ["after", "before"])
            // The control: the first version writes the column that is gone.
            await #expect(throws: StoreFault.self) { try await old.write("lost") }
        }

        @Test func `two new daemons that open a tenant at once migrate it once`() async throws {
            let old = try await TestStore.make(modules: Self.modules(Self.first))
            let stores = [
                try daemon(old, Self.first, Self.expansion), try daemon(old, Self.first, Self.expansion),
            ]
            let done = await atOnce(stores) { try await $0.migrate(at: .now) }
            #expect(done.failures().isEmpty)
            #expect(done.successes().flatMap(\.self) == ["pages/authors"])
        }
    }

    extension TestStore {
        fileprivate func write(_ title: String) async throws { _ = try await perform(WritePlain(title: title)) }
    }

    private struct WritePlain: Command {
        static let permission = Permission("sample.page.write")
        static let events: [any Event.Type] = []
        var scope: Scope { .consortium }
        let title: String

        func perform(in write: borrowing Write) throws -> Done {
            try write.execute("insert into page (title, mood) values (\(title), \("calm"))")
            return Done()
        }
    }

    private struct WriteSigned: Command {
        static let permission = Permission("sample.page.write")
        static let events: [any Event.Type] = []
        var scope: Scope { .consortium }
        let title: String

        func perform(in write: borrowing Write) throws -> Done {
            try write.execute("insert into page (title, author) values (\(title), \("Kim"))")
            return Done()
        }
    }

    private struct Titles: Query {
        static let permission = Permission("sample.page.read")
        let scope = Scope.consortium
        func fetch(in read: borrowing Read) throws -> [String] {
            try read.all("select title from page where title <> \("") order by title") { try $0[0] }
        }
    }

    private struct Authors: Query {
        static let permission = Permission("sample.page.read")
        let scope = Scope.consortium
        func fetch(in read: borrowing Read) throws -> [String] {
            try read.all("select author from page where author is not null order by author") { try $0[0] }
        }
    }
#endif
