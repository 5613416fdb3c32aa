import Testing

@testable import Tenancy

struct DefinitionChangeTests {
    private let old = SmallDefinition.yaml

    private func changes(_ pairs: [(String, String)]) throws -> [String] {
        let new = pairs.reduce(old) { $0.replacing($1.0, with: $1.1) }
        return try ConsortiumDefinition.read(yaml: new).changes(from: ConsortiumDefinition.read(yaml: old))
            .map(\.description)
    }

    @Test func `equal definitions differ in nothing`() throws {
        #expect(try changes([]).isEmpty)
    }

    @Test func `comments and the order of keys are no change`() throws {
        #expect(
            try changes([("state: active\n    version: \"1\"", "version: \"1\" # the first\n    state: active")])
                .isEmpty)
    }

    @Test func `each changed value is told by its path, before and after`() throws {
        #expect(
            try changes([
                ("at_most: 3", "at_most: 4"), ("69000 NOK", "69500.50 NOK"), ("sv: Kostnader", "sv: Utgifter"),
                ("longest_days: 3", "employer_seminar: true"),
            ]) == [
                "~ matters[costs].title.sv: Kostnader → Utgifter",
                "~ programmes[trainee].rules.fees[fee].amount: 69000.00 NOK → 69500.50 NOK",
                "~ programmes[trainee].rules.gatherings.employer_seminar: false → true",
                "- programmes[trainee].rules.gatherings.longest_days: 3",
                "~ programmes[trainee].rules.periods.count.at_most: 3 → 4",
            ])
    }

    @Test func `a new item is told value by value, and a first definition is all new`() throws {
        #expect(
            try changes([
                (
                    "occasions:\n",
                    "occasions:\n  - {slug: trip, kind: study_trip, title: Tur, first_day: 2012-01-01, last_day: 2012-01-03}\n"
                )
            ])
                == [
                    "+ occasions[trip].first_day: 2012-01-01", "+ occasions[trip].kind: study_trip",
                    "+ occasions[trip].last_day: 2012-01-03", "+ occasions[trip].slug: trip",
                    "+ occasions[trip].tentative: false", "+ occasions[trip].title.nb: Tur",
                    "+ occasions[trip].title.sv: Tur",
                ])
        let first = try ConsortiumDefinition.read(yaml: old).changes(from: nil)
        #expect(first.allSatisfy { $0.before == nil } && first.count > 50)
    }

    @Test func `an assumption that is confirmed is a change`() throws {
        let assumed = try ConsortiumDefinition.read(yaml: old.replacing("months: 18", with: "months: !assumed 18"))
        let known = try ConsortiumDefinition.read(yaml: old)
        #expect(
            try known.changes(from: assumed).map(\.description) == ["- programmes[trainee].assumed[0]: rules.months"])
    }
}
