import KohortCore
import KohortStore
import KohortTesting
import Testing

@testable import Recruitment

@Suite struct ReportViewsTests {
    /// The columns that tell of a person, by any table of recruitment.
    private static let personal: Set<Substring> = [
        "name", "email", "phone", "birth_year", "place", "school", "education_level", "education_field",
        "graduation_year", "experience", "motivation", "note", "reasons", "position", "title", "competence", "hash",
    ]

    @Test func `no view shows a column that tells of a person, a note or a rank`() {
        for view in RecruitmentSchema.reportViews {
            let words = view.selection.split { !($0.isLetter || $0 == "_") }
            #expect(Set(words).isDisjoint(with: Self.personal), "\(view.name)")
            #expect(!view.selection.contains("*"))
        }
    }

    @Test func `every view can be read`() async throws {
        let world = try await SelectionWorld.make()
        try await world.perform(world.ranking(0))
        _ = try await world.offer(to: 0)
        try await world.perform(world.nominating())
        try await world.perform(
            AssessCandidacy(candidacy: world.candidates[0], organisation: world.employers[0], verdict: .qualified))
        let rows = try await world.fetch(ViewRows())
        #expect(
            rows == [
                "report_round": 1, "report_channel": 2, "report_demand": 2, "report_candidacy": 3, "report_wish": 3,
                "report_assessment": 1, "report_ranking": 1, "report_offer": 1, "report_nomination": 1,
            ])
    }
}

/// How many rows each view has.
private struct ViewRows: Query {
    static let permission = Permission("test.views")
    let scope = Scope.consortium

    func fetch(in read: borrowing Read) throws -> [String: Int] {
        var rows: [String: Int] = [:]
        for view in RecruitmentSchema.reportViews {
            rows[view.name] = try read.count(SQL(stringLiteral: "select count(*) from \(view.name)"))
        }
        return rows
    }
}
