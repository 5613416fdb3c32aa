import KohortCore
import KohortStore

/// The funnel of one round, counted from what recruitment publishes for reporting.
package struct FunnelReport: KeptQuery {
    package static let permission = Permission.readFunnel
    package var scope: Scope { .consortium }
    package let round: Slug

    package init(round: Slug) { self.round = round }

    package func fetch(in read: borrowing Read) throws -> Funnel {
        guard let id = try read.first("select round from report_round where slug = \(round)", { try $0[0] as RoundID })
        else { throw Rejection.notFound }
        let totals = try Totals(of: id, in: read)
        let employers = try employers(of: id, in: read)
        return Funnel(
            round: round, persons: totals.persons, candidacies: totals.candidacies, withdrawn: totals.withdrawn,
            positions: employers.reduce(0) { $0 + $1.positions }, employers: employers,
            channels: try channels(of: id, in: read), stages: try stages(of: id, in: read),
            nominations: try nominations(of: id, in: read))
    }

    private struct Totals {
        let persons, candidacies, withdrawn: Int

        init(of round: RoundID, in read: borrowing Read) throws {
            let counts = try read.first(
                """
                select count(distinct case when state <> 'withdrawn' then person end), count(*),
                    count(case when state = 'withdrawn' then 1 end)
                from report_candidacy where round = \(round) and submitted_at is not null
                """
            ) { (try $0[0] as Int, try $0[1] as Int, try $0[2] as Int) }
            (persons, candidacies, withdrawn) = counts ?? (0, 0, 0)
        }
    }

    private func employers(of round: RoundID, in read: borrowing Read) throws -> [FunnelEmployer] {
        try read.all(
            """
            select d.organisation, d.positions, coalesce(w.persons, 0)
            from (select organisation, cast(sum(positions) as bigint) as positions from report_demand
                where round = \(round) and state = 'approved' group by organisation) d
            left join (select demand.organisation, count(distinct c.person) as persons from report_wish wish
                join report_demand demand on demand.demand = wish.demand and demand.state = 'approved'
                join report_candidacy c on c.candidacy = wish.candidacy
                where demand.round = \(round) and \(Self.standing) group by demand.organisation) w
            on w.organisation = d.organisation order by d.organisation
            """
        ) { FunnelEmployer(organisation: try $0[0], positions: try $0[1], persons: try $0[2]) }
    }

    private func channels(of round: RoundID, in read: borrowing Read) throws -> [FunnelChannel] {
        let published = try read.all("select channel from report_channel where round = \(round)") {
            try $0[0] as String
        }
        let named = try read.all(
            """
            select c.channel, count(distinct c.person) from report_candidacy c
            where c.round = \(round) and \(Self.standing) group by c.channel
            """
        ) { FunnelChannel(channel: try $0[0], persons: try $0[1]) }
        let silent = Set(published).subtracting(named.compactMap(\.channel))
        return (named + silent.map { FunnelChannel(channel: $0, persons: 0) }).sorted(by: Self.nameless(last:_:))
    }

    private static func nameless(last left: FunnelChannel, _ right: FunnelChannel) -> Bool {
        guard let name = left.channel, let other = right.channel else { return left.channel != nil }
        return name < other
    }

    private func stages(of round: RoundID, in read: borrowing Read) throws -> [FunnelStage] {
        try FunnelStage.Name.allCases.map { stage in
            let persons = try read.count(
                """
                select count(distinct c.person) from report_candidacy c
                where c.round = \(round) and \(Self.standing) and \(stage.reached)
                """)
            return FunnelStage(stage: stage, persons: persons)
        }
    }

    private func nominations(of round: RoundID, in read: borrowing Read) throws -> Int {
        try read.count("select count(*) from report_nomination where round = \(round) and withdrawn_at is null")
    }

    /// Of a candidacy `c`.
    private static let standing: SQL = "c.submitted_at is not null and c.state <> 'withdrawn'"
}

extension FunnelStage.Name {
    /// Whether a submitted candidacy `c` came so far with any employer.
    fileprivate var reached: SQL {
        switch self {
        case .submitted: "1 = 1"
        case .qualified:
            "exists (select 1 from report_assessment a where a.candidacy = c.candidacy and a.verdict = 'qualified')"
        case .ranked: "exists (select 1 from report_ranking r where r.candidacy = c.candidacy)"
        case .offered: "exists (select 1 from report_offer o where o.candidacy = c.candidacy)"
        case .accepted:
            "exists (select 1 from report_offer o where o.candidacy = c.candidacy and o.state = 'accepted')"
        }
    }
}
