import Billing
import Delivery
import Hummingbird
import KohortCore
import KohortStore
import KohortWeb
import Recruitment
import Tenancy

/// The lead's first page: is anything on fire?
enum OverviewDesk {
    static func show(_ request: Request, _ visit: Visit) async throws -> Response {
        let failed = try await visit.fetch(OutboxDepth()).failed
        let programmes = try await visit.fetch(ProgrammeList())
        let matters = try await visit.fetch(MatterList()).filter { $0.settledAt == nil }.count
        let interests = try await visit.fetch(InterestList()).count
        let members = try await visit.fetch(EmployerDirectory())
        var rounds: [OverviewRound] = []
        let listed = try await visit.fetch(RoundList())
        for round in listed.reversed() where round.closedAt == nil {
            rounds.append(try await self.round(round, members, visit))
        }
        let cohorts = try await cohorts(visit)
        let alarms = Alarm.all(failedMessages: failed, programmes, rounds, visit) + alarms(of: cohorts, visit)
        let shown = OverviewCohorts(cohorts, listed, try await duties(cohorts.map { $0.standing }, visit), visit)
        let month = ThisMonth(visit: visit).part(
            rounds, cohorts.map { $0.line }, try await gatherings(cohorts.map { $0.line }, visit),
            try await visit.fetch(InvoiceList()).issued.map(\.document))
        return try visit.page(
            OverviewScreen(
                visit, alarms, rounds, openMatters: matters, interests: interests, programmes: programmes,
                cohorts: shown, month: month, elsewhere: try await DueElsewhere.part(visit, on: .office)))
    }

    /// Those that are not closed, each with how its employers stand.
    private static func cohorts(
        _ visit: Visit
    ) async throws -> [(line: CohortList.Line, standing: CohortStanding.Answer)] {
        var cohorts: [(line: CohortList.Line, standing: CohortStanding.Answer)] = []
        for line in try await visit.fetch(CohortList()) where line.stage != .closed {
            cohorts.append((line, try await visit.fetch(CohortStanding(cohort: .id(line.id)))))
        }
        return cohorts
    }

    /// Of the employers that have something left to do.
    private static func duties(
        _ standings: [CohortStanding.Answer], _ visit: Visit
    ) async throws -> [OrganisationID: [EmployerDutyLine]] {
        let owing = standings.flatMap(\.employers).filter { !$0.hasDelivered }.map(\.organisation)
        var duties: [OrganisationID: [EmployerDutyLine]] = [:]
        for employer in Set(owing) {
            duties[employer] = try await visit.fetch(EmployerDuties(organisation: employer))
        }
        return duties
    }

    private static func gatherings(
        _ cohorts: [CohortList.Line], _ visit: Visit
    ) async throws -> [(cohort: Slug, gathering: Gathering)] {
        var all: [(cohort: Slug, gathering: Gathering)] = []
        for cohort in cohorts {
            all += try await visit.fetch(GatheringList(cohort: cohort.id)).map { (cohort.slug, $0.gathering) }
        }
        return all
    }

    private static func alarms(
        of cohorts: [(line: CohortList.Line, standing: CohortStanding.Answer)], _ visit: Visit
    ) -> [Alarm] {
        cohorts.filter { [.planned, .running].contains($0.line.stage) }.flatMap { line, standing in
            Alarm.of(line, owing: standing.employers.count { !$0.hasDelivered }, visit)
        }
    }

    private static func round(
        _ round: Round, _ members: [DirectoryEntry], _ visit: Visit
    ) async throws -> OverviewRound {
        let room = try await RoundVisit(round, visit)
        let overview = try await visit.fetch(RoundOverview(round: .id(round.id)))
        let demands = try await visit.fetch(DemandList(round: .id(round.id))).demands.map(\.demand)
        return OverviewRound(room, overview, demands, members)
    }
}
