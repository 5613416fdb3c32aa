import Testing

@testable import Tenancy

struct KeysTests {
    @Test func `an unknown key is refused and the nearest known one suggested`() throws {
        let problems = try SmallDefinition.problems("time_zone: Europe/Oslo", "timezone: Europe/Oslo")
        #expect(
            problems.map(\.short) == ["consortium.time_zone 1 key.missing", "consortium.timezone 6 key.unknown"])
        #expect(problems.last?.allowed.hasSuffix("; did you mean time_zone?") == true)
    }

    @Test func `a key far from every known one is refused without a suggestion`() throws {
        let problem = try #require(
            try SmallDefinition.problems("  currency: NOK", "  currency: NOK\n  colour: red").first)
        #expect(problem.short == "consortium.colour 9 key.unknown")
        #expect(!problem.allowed.contains("did you mean"))
    }

    @Test func `a missing key is reported at its block's line`() throws {
        #expect(
            try SmallDefinition.problems("kind: economic, ", "").map(\.short) == ["matters[0].kind 54 key.missing"])
    }

    @Test func `a value left empty is no value`() throws {
        let problem = try #require(try SmallDefinition.problems("state: active", "state:").first)
        #expect(problem.short == "programmes[0].state 28 value.type")
        #expect(problem.found == "nothing")
    }

    @Test func `a list where a block belongs is refused, and the reverse`() throws {
        #expect(
            try SmallDefinition.problems("{count: 6, longest_days: 3}", "[6, 3]").map(\.short)
                == ["programmes[0].rules.gatherings 35 value.type"])
        #expect(
            try SmallDefinition.problems("participations: [vik]", "participations: {vik: true}").map(\.short)
                == ["cohorts[0].participations 47 value.type"])
    }

    @Test func `a list that must not be empty is refused when it is`() throws {
        let problem = try #require(try SmallDefinition.problems("contracts: [permanent]", "contracts: []").first)
        #expect(problem.short == "programmes[0].rules.employment.contracts 41 value.range")
        #expect(problem.found == "0 items")
    }

    @Test func `no more than five hundred problems are counted`() throws {
        let rubbish = (1...2000).map { "rubbish\($0): 1\n" }.joined()
        #expect(SmallDefinition.problems(in: SmallDefinition.yaml + rubbish).count == Ledger.limit)
    }
}
