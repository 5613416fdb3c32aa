import KohortCore
import KohortStore

/// One employer's way from demand to filled places.
package struct EmployerProgress: Hashable, Sendable {
    package let organisation: OrganisationID
    package let name: OrganisationName
    package let positions: Int
    /// Candidacies that wish to come to this employer.
    package let applicants: Int
    package let assessed: Int
    package let ranked: Int
    package let certifiedAt: Instant?
    package let offersOpen: Int
    package let offersAccepted: Int
    /// Of the open ones those that are still so after hiring was to be done (KS11-4).
    package let offersOverdue: Int

    /// Applicants for each place, unrounded (NOR-3).
    package var perPosition: Double? { positions == 0 ? nil : Double(applicants) / Double(positions) }
}

extension EmployerProgress {
    static func all(in round: Round, _ read: borrowing Read) throws -> [EmployerProgress] {
        let names = try read.ask(MemberDirectory.self).names(read)
        let isHiringOver = round.isHiringOver(at: read.now)
        return try read.all(
            """
            select d.organisation, d.positions, coalesce(w.found, 0), coalesce(a.found, 0), coalesce(e.found, 0),
                r.certified_at, coalesce(o.waiting, 0), coalesce(o.accepted, 0)
            from (\(positions(in: round.id))) d
            left join (\(applicants(in: round.id))) w on w.organisation = d.organisation
            left join (\(marks(in: "assessment", of: round.id))) a on a.organisation = d.organisation
            left join (\(marks(in: "ranking_entry", of: round.id))) e on e.organisation = d.organisation
            left join ranking r on r.round = \(round.id) and r.organisation = d.organisation
            left join (\(offers(in: round.id))) o on o.organisation = d.organisation
            """
        ) { tuple in
            let organisation: OrganisationID = try tuple[0]
            let open: Int = try tuple[6]
            return EmployerProgress(
                organisation: organisation, name: try names.name(of: organisation), positions: try tuple[1],
                applicants: try tuple[2], assessed: try tuple[3], ranked: try tuple[4], certifiedAt: try tuple[5],
                offersOpen: open, offersAccepted: try tuple[7], offersOverdue: isHiringOver ? open : 0)
        }
    }

    private static func positions(in round: RoundID) -> SQL {
        """
        select organisation, cast(sum(positions) as bigint) as positions from demand
        where round = \(round) and state = 'approved' group by organisation
        """
    }

    private static func applicants(in round: RoundID) -> SQL {
        """
        select wanted.organisation, count(distinct c.id) as found from candidacy_wish wish
        join demand wanted on wanted.id = wish.demand and wanted.state = 'approved'
        join candidacy c on c.id = wish.candidacy
        where wanted.round = \(round) and \(ReleasedPool.membership) group by wanted.organisation
        """
    }

    /// Candidacies that an employer has a row of in `table`.
    private static func marks(in table: StaticString, of round: RoundID) -> SQL {
        """
        select mark.organisation, count(*) as found from \(Names(table)) mark
        join candidacy c on c.id = mark.candidacy
        where c.round = \(round) and \(ReleasedPool.membership) group by mark.organisation
        """
    }

    private static func offers(in round: RoundID) -> SQL {
        """
        select organisation, count(case when state = 'open' then 1 end) as waiting,
            count(case when state = 'accepted' then 1 end) as accepted
        from offer where round = \(round) group by organisation
        """
    }
}
