import HTTPTypes
import KohortTesting
import Testing

extension RoundStory {
    /// All that happened, by name and number, and nothing of who it happened to.
    func theJournalTellsItAll() async throws {
        let events = try await website.events()
        let counts = Dictionary(grouping: events, by: \.name).mapValues(\.count)
        #expect(counts == Self.counts)
        try await eachOpeningIsThere()
    }

    /// Once for each list that a candidate stands on, and whoever else was looked at; a CV that is read counts too.
    private func eachOpeningIsThere() async throws {
        var expected = [String: Int]()
        let looked = Selection.lists.flatMap { $0.wanted } + [Selection.unwanted, 200, 49, 49]
        for number in looked { expected[try applicant(number).candidacy, default: 0] += 1 }
        #expect(try await installation.openings(of: Self.tenant) == expected)
    }

    /// Twelve acceptances and a nomination enrol, each with the trainee's own role.
    private static let counts = [
        "delivery.trainee.enrolled": 13, "tenancy.role.given": 13,
        "recruitment.call.published": 1, "recruitment.candidacy.assessed": 29, "recruitment.candidacy.changed": 1,
        "recruitment.candidacy.repeated": 1,
        "recruitment.candidacy.submitted": 402, "recruitment.candidacy.withdrawn": 2, "recruitment.demand.approved": 9,
        "recruitment.demand.changed": 1, "recruitment.demand.deadline_overridden": 1, "recruitment.demand.stated": 8,
        "recruitment.hire.nominated": 1, "recruitment.offer.accepted": 12, "recruitment.offer.declined": 1,
        "recruitment.offer.expired": 1, "recruitment.offer.made": 15, "recruitment.offer.withdrawn": 1,
        "recruitment.pool.opened": 8, "recruitment.pool.released": 1, "recruitment.ranking.arranged": 30,
        "recruitment.ranking.certified": 10, "recruitment.round.planned": 1, "tenancy.cohort.defined": 1,
        "tenancy.consortium.defined": 1, "tenancy.membership.defined": 8, "tenancy.organisation.defined": 8,
        "tenancy.programme.defined": 1, "tenancy.programme.version_made": 1, "tenancy.role.granted": 9,
        "tenancy.round.defined": 1,
    ]
}
