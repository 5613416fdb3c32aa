import KohortCore
import Recruitment

extension SelectionWorld {
    /// Employer 0's list of candidates by their place in the world, with further ones after them.
    func ranking(_ candidates: Int..., adding others: [CandidacyID] = [], seen: Instant? = nil) -> ArrangeRanking {
        ArrangeRanking(
            round: round, organisation: employers[0], candidacies: candidates.map { self.candidates[$0] } + others,
            seen: seen)
    }

    func board(of employer: Int = 0, at now: Instant = now) async throws -> RankingBoard.Answer {
        try await fetch(RankingBoard(round: .id(round), organisation: employers[employer]), at: now)
    }
}
