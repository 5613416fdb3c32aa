import KohortCore
import KohortTesting
import Recruitment
import Testing

@Suite struct PoolFilterTests {
    /// Four candidates who differ in all that the pool is narrowed by.
    private func world() async throws -> SelectionWorld {
        let world = try await SelectionWorld.make { plan in
            plan.applicants = (1...4).map { SelectionApplicant(number: $0) }
            (plan.applicants[0].name, plan.applicants[0].school) = ("Åsa Öberg", "Luleå tekniska universitet")
            (plan.applicants[1].name, plan.applicants[1].wishes) = ("Per 100% Berg", [1])
            (plan.applicants[2].field, plan.applicants[2].level) = ("water", .bachelor)
            plan.applicants[3].school = "ČOHKIRAS SÁMI SKUVLA"
        }
        try await world.perform(
            AssessCandidacy(candidacy: world.candidates[0], organisation: world.employers[0], verdict: .qualified))
        try await world.perform(
            AssessCandidacy(
                candidacy: world.candidates[1], organisation: world.employers[0], verdict: .notQualified,
                reasons: [.other]))
        try await world.perform(world.ranking(2, 0))
        return world
    }

    private func numbers(_ world: SelectionWorld, _ change: (inout PoolFilter) -> Void) async throws -> [Int] {
        var filter = PoolFilter()
        change(&filter)
        let pool = try await world.pool(of: 0, filter)
        #expect(pool.matching == pool.candidates.count)
        #expect([pool.total, pool.left] == [4, 2])
        return pool.candidates.map(\.number)
    }

    @Test func `each filter lets through what it says, of all that there are`() async throws {
        let world = try await world()
        #expect(try await numbers(world) { _ in } == [1, 2, 3, 4])
        #expect(try await numbers(world) { $0.ownWishes = true } == [1, 3, 4])
        #expect(try await numbers(world) { $0.educationField = "water" } == [3])
        #expect(try await numbers(world) { $0.educationLevel = .master } == [1, 2, 4])
        #expect(try await numbers(world) { $0.judgement = .qualified } == [1])
        #expect(try await numbers(world) { $0.judgement = .notQualified } == [2])
        #expect(try await numbers(world) { $0.judgement = PoolFilter.Judgement.none } == [3, 4])
        #expect(try await numbers(world) { $0.isRanked = true } == [1, 3])
        #expect(try await numbers(world) { $0.isRanked = false } == [2, 4])
    }

    @Test func `what is set together must hold together`() async throws {
        let world = try await world()
        let found = try await numbers(world) {
            ($0.ownWishes, $0.isRanked, $0.educationLevel) = (true, true, .bachelor)
        }
        #expect(found == [3])
    }

    @Test(arguments: [
        ("åsa", [1]), ("ÖBERG", [1]), ("O\u{308}berg", [1]), ("LULEÅ", [1]), (" berg ", [1, 2]), ("100%", [2]),
        ("%", [2]), ("_", []), ("!", []), ("čohkiras sámi", [4]), ("Applicant", [3, 4]), ("nobody", []),
        ("' or '1' = '1", []),
    ])
    func `text is found in name and school, in capitals or not, and means itself`(text: String, found: [Int])
        async throws
    {
        let world = try await world()
        #expect(try await numbers(world) { $0.text = text } == found)
    }

    @Test func `a text of more than 100 characters is refused`() async throws {
        let world = try await SelectionWorld.make()
        var filter = PoolFilter()
        filter.text = String(repeating: "å", count: 100)
        #expect(try await world.pool(of: 0, filter).matching == 0)
        filter.text += "å"
        await #expect(throws: Rejection.invalid("text", "text.too_long", ["limit": "100"])) {
            try await world.pool(of: 0, filter)
        }
    }

    @Test func `pages of a narrowed pool hold what was let through alone`() async throws {
        let world = try await SelectionWorld.make { plan in
            plan.applicants = (1...130).map { SelectionApplicant(number: $0) }
            for index in stride(from: 0, to: 130, by: 2) { plan.applicants[index].field = "water" }
        }
        var filter = PoolFilter()
        filter.educationField = "water"
        let first = try await world.pool(of: 0, filter)
        let second = try await world.pool(of: 0, filter, after: first.next)
        #expect([first.matching, second.matching] == [65, 65])
        #expect(first.candidates.map(\.number) == Array(stride(from: 1, through: 99, by: 2)))
        #expect(second.candidates.map(\.number) == Array(stride(from: 101, through: 129, by: 2)))
    }
}
