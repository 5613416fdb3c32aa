import Hummingbird
import KohortCore
import KohortStore
import KohortWeb
import Recruitment
import Tenancy

/// The front page of a consortium.
enum FrontDesk {
    static func front(_ request: Request, _ visit: Visit) async throws -> FrontPage {
        let front = try await visit.fetch(ConsortiumFront())
        let calls = try await visit.fetch(RoundDates())
        let plans = try await visit.fetch(RoundPlans())
        var programmes: [ProgrammePage.Answer] = []
        for programme in front.programmes { programmes.append(try await visit.fetch(ProgrammePage(programme.slug))) }
        return FrontPage(
            visit, front, programmes: programmes, employers: try await visit.fetch(SeekingEmployers()),
            calls: calls.map { CallSection(visit, $0, plans: plans, cohorts: programmes.flatMap(\.cohorts)) })
    }
}
