import KohortCore
import Testing

@testable import Tenancy

struct RoundDefinitionTests {
    @Test(arguments: [
        ("applications: 2011-02-14", "applications: 2010-11-17", "rounds[0].deadlines.applications 52 date.order"),
        ("ranking: 2011-04-15", "ranking: 2011-02-14", "rounds[0].deadlines.ranking 52 date.order"),
        ("hiring: 2011-06-20", "hiring: 2011-04-15", "rounds[0].deadlines.hiring 52 date.order"),
        ("hiring: 2011-06-20", "hiring: 2011-09-02", "rounds[0] 49 date.order"),
        (", hiring: 2011-06-20", "", "rounds[0].deadlines.hiring 52 key.missing"),
        ("name: {nb: Utlysning,", "positions: 0\n    name: {nb: Utlysning,", "rounds[0].positions 51 value.range"),
        (
            "name: {nb: Utlysning,", "channels: [{slug: web, kind: radio, name: Web}]\n    name: {nb: Utlysning,",
            "rounds[0].channels[0].kind 51 value.word"
        ),
    ])
    func `a wrong round is refused`(old: String, new: String, problem: String) throws {
        #expect(try SmallDefinition.problems(old, new).map(\.short) == [problem])
    }

    @Test func `hiring may be done on the day the cohort starts`() throws {
        let round = try SmallDefinition.read("hiring: 2011-06-20", "hiring: 2011-09-01").rounds[0]
        #expect(round.deadlines.hiring.description == "2011-09-01")
    }
}
