import KohortCore
import KohortStore

/// How far each employer of a round has come, for the lead.
package struct RoundOverview: Query {
    package struct Answer: Hashable, Sendable {
        package let round: Round
        /// Those that were submitted and not withdrawn.
        package let candidacies: Int
        package let withdrawn: Int
        /// Employers' own new hires (KS11-15), counted apart.
        package let nominations: Int
        /// By name.
        package let employers: [EmployerProgress]

        package var positions: Int { employers.reduce(0) { $0 + $1.positions } }
        package var accepted: Int { employers.reduce(0) { $0 + $1.offersAccepted } }
    }

    package static let permission = Permission.overseeRound
    package let scope = Scope.consortium
    package let round: RoundReference

    package init(round: RoundReference) { self.round = round }

    package func fetch(in read: borrowing Read) throws -> Answer {
        let round = try read.find(round)
        let employers = try EmployerProgress.all(in: round, read)
        let counts = try read.first(
            """
            select count(case when state <> 'withdrawn' then 1 end), count(case when state = 'withdrawn' then 1 end)
            from candidacy where round = \(round.id) and number is not null
            """
        ) { (try $0[0] as Int, try $0[1] as Int) }
        return Answer(
            round: round, candidacies: counts?.0 ?? 0, withdrawn: counts?.1 ?? 0,
            nominations: try read.count(
                "select count(*) from nomination where round = \(round.id) and withdrawn_at is null"),
            employers: employers.sorted { ($0.name.name.alphabetical, $0.organisation) })
    }
}
