import KohortCore
import Testing

@testable import Tenancy

struct MembershipDefinitionTests {
    @Test func `memberships of one organisation that overlap are refused`() throws {
        #expect(
            try SmallDefinition.problems("from: 2012-01-01}", "from: 2011-12-31}").map(\.short)
                == ["memberships[1] 18 period.overlap"])
        #expect(
            try SmallDefinition.problems(", to: 2012-01-01}", "}").map(\.short)
                == ["memberships[1] 18 period.overlap"])
    }

    @Test func `memberships of different organisations may overlap`() throws {
        let definition = try SmallDefinition.read(
            "{slug: vik-again, organisations: [vik], from: 2012", "{slug: nes, organisations: [nes], from: 2011")
        #expect(definition.memberships.map(\.to?.year) == [2012, nil])
    }

    @Test(arguments: [
        ("to: 2012-01-01", "to: 2010-01-01", "memberships[0].to 17 date.order"),
        ("[vik], from: 2010", "[], from: 2010", "memberships[0].organisations 17 value.range"),
        ("[vik], from: 2010", "[vik, vik], from: 2010", "memberships[0].organisations 17 value.conflict"),
    ])
    func `a wrong membership is refused`(old: String, new: String, problem: String) throws {
        #expect(try SmallDefinition.problems(old, new).map(\.short) == [problem])
    }

    @Test func `one membership may be held by two organisations`() throws {
        let definition = try SmallDefinition.read("[vik], from: 2010", "[vik, nes], from: 2010")
        #expect(definition.memberships[0].organisations.map(\.text) == ["vik", "nes"])
    }
}
