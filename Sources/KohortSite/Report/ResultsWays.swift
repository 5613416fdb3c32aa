import KohortCore
import KohortWeb
import Recruitment
import Reporting
import Tenancy

/// From a figure to what it counts, for who may see that.
struct ResultsWays {
    private let visit: Visit
    /// The round in which each cohort was recruited.
    private let rounds: [Slug: Slug]

    /// Persons behind figures are for the programme office.
    init?(_ visit: Visit) async throws {
        guard visit.identity.roles.contains(where: { $0.role == .lead }) else { return nil }
        let found = try await visit.fetch(RoundList())
        rounds = Dictionary(found.map { ($0.cohort, $0.slug) }) { first, _ in first }
        self.visit = visit
    }

    /// Nil where a cohort is held as bare totals, and where nothing is counted yet.
    func path(_ measure: Measure, of cohort: CohortResult) -> String? {
        guard cohort.hasPersons else { return nil }
        switch measure {
        case .members: return visit.path("/staff/members")
        case .started: return visit.path("/staff/cohorts/\(cohort.slug)#trainees")
        case .applicants, .qualifiedApplicants:
            return rounds[cohort.slug].map { visit.path("/staff/rounds/\($0)/candidacies") }
        case .completed, .offered, .accepted, .permanentlyHired:
            return visit.path("/staff/cohorts/\(cohort.slug)/closing#outcomes")
        }
    }
}
