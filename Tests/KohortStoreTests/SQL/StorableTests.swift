import KohortCore
import KohortStore
import KohortTesting
import Testing

struct StorableTests {
    @Test(arguments: [0, -1, 1 << 31, 1 << 53 + 1, Int64.max, .min])
    func `integers keep their 64 bits`(_ number: Int64) async throws {
        #expect(try await returned(Measure(count: number)).count == number)
    }

    @Test(arguments: [
        0, 33.333333333333, 0.1, -1e300, Double.leastNonzeroMagnitude, .greatestFiniteMagnitude, 2, .infinity,
    ])
    func `doubles keep every bit`(_ number: Double) async throws {
        #expect(try await returned(Measure(ratio: number)).ratio == number)
    }

    @Test(arguments: [
        "", "æøå", "e\u{301}", "🎓", "line\r\nline\ttab", #"\x41"#, String(repeating: "x", count: 100_000),
    ])
    func `texts keep every byte`(_ text: String) async throws {
        let kept = try await returned(Measure(name: text)).name
        #expect(kept.map { Array($0.utf8) } == Array(text.utf8))
    }

    @Test func `contents keep every byte, and empty is not null`() async throws {
        let all = (0...255).map { UInt8($0) }
        #expect(try await returned(Measure(content: all)).content == all)
        #expect(try await returned(Measure(content: [])).content == [])
        #expect(try await returned(Measure()) == Measure(id: Self.id))
    }

    @Test func `an instant beyond 32 bits and before 1970`() async throws {
        for text in ["9999-12-31T23:59:59Z", "1969-07-20T20:17:40Z"] {
            #expect(try await returned(Instant.at(text), as: Instant.self) == Instant.at(text))
        }
    }

    @Test func `values of the vocabulary`() async throws {
        let (id, slug) = (PersonID.new(), try Slug("oslo-2026"))
        #expect(try await returned(id, as: PersonID.self) == id)
        #expect(try await returned(slug, as: Slug.self) == slug)
        #expect(try await returned(true, as: Bool.self) == true)
        #expect(try await returned(Language.nb, as: Language.self) == .nb)
        let (date, address) = (LocalDate("2026-02-28"), EmailAddress("Kari@example.org"))
        #expect(try await returned(try #require(date), as: LocalDate.self) == date)
        #expect(try await returned(try #require(address), as: EmailAddress.self)?.text == "Kari@example.org")
    }

    @Test func `a column of another type is unreadable, not guessed`() async throws {
        let store = try await TestStore.sample()
        try store.write { try $0.insert(Measure(count: 7, name: "7")) }
        func read<Value: Storable>(_ column: StaticString, as type: Value.Type) throws {
            _ = try store.write { write in
                try write.read.all("select \(Names(column)) from measure") { try $0[0] as Value }
            }
        }
        try read("count", as: Int.self)
        for unreadable in [
            { try read("name", as: Int.self) }, { try read("count", as: String.self) },
            { try read("name", as: PersonID.self) }, { try read("name", as: Language.self) },
            { try read("ratio", as: Double.self) }, { try read("name", as: [UInt8].self) },
        ] {
            #expect { try unreadable() } throws: { error in
                if case .unreadable = error as? StoreFault { true } else { false }
            }
        }
    }

    @Test func `sums and counts are read as integers`() async throws {
        let store = try await TestStore.sample()
        try store.write { write in
            for _ in 0..<3 { try write.insert(Measure(count: 1 << 40)) }
            #expect(try write.count("select cast(sum(count) as bigint) from measure") == 3 << 40)
            #expect(try write.count("select count(*) from measure") == 3)
        }
    }

    @Test func `a comparison is read as true or false`() async throws {
        let store = try await TestStore.sample()
        let answers = try store.write { write in
            try write.insert(Measure(count: 7))
            return try write.read.first("select count = 7, count > 7, name = 'a' from measure") { tuple in
                [try tuple[0] as Bool?, try tuple[1] as Bool?, try tuple[2] as Bool?]
            }
        }
        #expect(answers == [true, false, nil])
    }

    private static let id = DocumentID.new()

    private func returned(_ measure: Measure) async throws -> Measure {
        let store = try await TestStore.sample()
        return try store.write { write in
            let stored = Measure(
                id: Self.id, count: measure.count, ratio: measure.ratio, name: measure.name, content: measure.content)
            try write.insert(stored)
            return try write.find(Measure.self, Self.id)
        }
    }

    /// A value written to the column of its own type and read back.
    private func returned<Value: Storable>(_ value: Value, as type: Value.Type) async throws -> Value? {
        let store = try await TestStore.sample()
        let isNumber = if case .integer = value.sqlValue { true } else { false }
        let column: Names = isNumber ? Names("count") : Names("name")
        return try store.write { write in
            try write.execute("insert into measure (id, \(column)) values ('a', \(value))")
            return try write.read.first("select \(column) from measure where \(column) = \(value)") { try $0[0] }
        }
    }
}
