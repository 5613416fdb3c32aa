import KohortCore
import KohortStore
import Recruitment

/// A tenant's rounds with their dates, newest first.
package struct ShowRound: OperatorCall {
    package let tenant: Slug
    /// All of the tenant's unless named.
    package let round: Slug?

    package init(tenant: Slug, round: Slug?) { (self.tenant, self.round) = (tenant, round) }

    package struct Line: Sendable, Codable {
        package let slug: Slug
        package let stage: String
        package let demandBy: LocalDate?
        package let applyBy: LocalDate
        package let rankBy: LocalDate?
        package let hireBy: LocalDate?
    }

    package func answer(in kohort: Kohort) async throws -> [Line] {
        try await kohort.use(try await kohort.require(tenant)) { open in
            let rounds = try await open.store.fetch(RoundList(), by: .operator, at: kohort.clock.now)
            let chosen = rounds.filter { round == nil || $0.slug == round }
            if let round, chosen.isEmpty {
                throw OperatorProblem("round.unknown", ["\(tenant) has no round \(round)."])
            }
            return chosen.map { round in
                Line(
                    slug: round.slug, stage: round.stage.rawValue, demandBy: round.deadlines.demandBy,
                    applyBy: round.deadlines.applyBy, rankBy: round.deadlines.rankBy, hireBy: round.deadlines.hireBy)
            }
        }
    }
}
