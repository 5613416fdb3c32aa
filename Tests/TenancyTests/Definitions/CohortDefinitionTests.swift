import KohortCore
import Testing

@testable import Tenancy

struct CohortDefinitionTests {
    private static let period = "    period: {from: 2011-09-01, to: 2013-03-01}\n"

    @Test(arguments: [
        (period, "", "cohorts[0] 43 period.open"),
        (period, "    year: 2011\n", "cohorts[0] 43 period.open"),
        ("to: 2013-03-01}", "to: 2013-04-01}", "cohorts[0] 43 value.conflict"),
        ("to: 2013-03-01}", "to: 2013-02-28}", "cohorts[0] 43 value.conflict"),
        ("[vik]\nrounds", "[vik, vik]\nrounds", "cohorts[0].participations 47 value.conflict"),
        ("[vik]\nrounds", "[vik]\n    totals: {members: 2}\nrounds", "cohorts[0].participations 47 value.conflict"),
        (
            "[vik]\nrounds", "[vik]\n    totals: {started: 5, permanent: 6}\nrounds",
            "cohorts[0].totals.permanent 48 value.range"
        ),
        (
            "[vik]\nrounds", "[vik]\n    totals: {started: 5, completed: 6}\nrounds",
            "cohorts[0].totals.completed 48 value.range"
        ),
        ("[vik]\nrounds", "[vik]\n    totals: {started: -1}\nrounds", "cohorts[0].totals.started 48 value.range"),
    ])
    func `a wrong cohort is refused`(old: String, new: String, problem: String) throws {
        #expect(try SmallDefinition.problems(old, new).map(\.short) == [problem])
    }

    @Test func `a historic cohort is a year and totals`() throws {
        let yaml = SmallDefinition.yaml
            .replacing(
                "state: planned",
                with: "state: historic\n    year: 2008\n    totals: {members: 10, started: 10, permanent: 8}"
            )
            .replacing(Self.period, with: "").replacing("    participations: [vik]\n", with: "")
        let cohort = try ConsortiumDefinition.read(yaml: yaml).cohorts[0]
        #expect(cohort.totals == CohortTotals(members: 10, started: 10, completed: nil, permanent: 8))
        #expect(cohort.period == nil && cohort.year == 2008)
    }
}
