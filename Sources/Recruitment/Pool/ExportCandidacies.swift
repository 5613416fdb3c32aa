import KohortCore
import KohortStore

extension Permission {
    /// To take everybody who applied in a round out of the system at once.
    package static let exportCandidacies = Permission("recruitment.candidacy.export")
}

/// Notes in the journal that the actor takes all candidacies of a round's pool out as a file; performed before the first
/// of them is fetched. Refuses with `pool.not_released` before the release.
package struct ExportCandidacies: Command {
    package static let permission = Permission.exportCandidacies
    package static let events: [any Event.Type] = [CandidaciesExported.self]
    package var scope: Scope { .consortium }
    package let round: RoundID

    package init(round: RoundID) { self.round = round }

    package func perform(in write: borrowing Write) throws -> Done {
        guard try write.find(Round.self, round).releasedAt != nil else { throw Rejection.conflict("pool.not_released") }
        let count = try write.read.count(
            "select count(*) from candidacy c where c.round = \(round) and \(ReleasedPool.membership)")
        try write.record(CandidaciesExported(round: round, count: count))
        return Done()
    }
}

/// Somebody took all candidacies of a round out as a file.
package struct CandidaciesExported: Event {
    package static let name = "recruitment.candidacies.exported"
    package let round: RoundID
    package let count: Int
    package var subject: Subject { Subject("round", round) }
    package var audience: Audience { .consortium }
}

/// Some of the candidacies of a round's pool, in order of their numbers, with all that their applicants wrote.
package struct ExportedCandidacies: Query {
    package static let permission = Permission.exportCandidacies
    package static let pageSize = 200
    package let scope = Scope.consortium
    package let round: RoundID
    /// The last number of the page before; nil for the first page.
    package let after: Int?

    package init(round: RoundID, after: Int? = nil) { (self.round, self.after) = (round, after) }

    package struct Line: Hashable, Sendable {
        package let number: Int
        package let candidacy: Candidacy
        /// In order of wish.
        package let wishes: [PoolWish]
    }

    package func fetch(in read: borrowing Read) throws -> [Line] {
        guard try read.find(Round.self, round).releasedAt != nil else { throw Rejection.conflict("pool.not_released") }
        let page = try read.all(
            Candidacy.self,
            """
            as c where c.round = \(round) and \(ReleasedPool.membership) and c.number > \(after ?? 0)
            order by c.number limit \(Self.pageSize)
            """)
        let wishes = try PoolWish.all(of: page.map(\.id), in: read)
        return page.compactMap { candidacy in
            candidacy.number.map { Line(number: $0, candidacy: candidacy, wishes: wishes[candidacy.id] ?? []) }
        }
    }
}
