import KohortCore
import KohortWeb
import Recruitment
import Tenancy

/// One candidate beside the list they were opened from, with who comes before and after.
struct CandidatePlace: Sendable {
    let room: EmployerVisit
    let address: PoolAddress
    let candidate: CandidacyInPool.Answer
    let list: CandidacyPool.Answer
    /// The next in the narrowed pool, also when they stand on the next page.
    let next: PoolCandidate?

    init(_ candidacy: CandidacyID, _ room: EmployerVisit, _ query: QueryParameters) async throws {
        let visit = room.visit
        candidate = try await visit.fetch(CandidacyInPool(candidacy: candidacy, organisation: room.employer.id))
        address = PoolAddress(query, round: candidate.round.slug)
        list = try await visit.fetch(room.pool(candidate.round, address))
        let rest = try await visit.fetch(room.pool(candidate.round, address.turned(to: candidate.candidacy.number)))
        next = rest.candidates.first
        self.room = room
    }

    var previous: PoolCandidate? {
        list.candidates.last { $0.number < candidate.candidacy.number ?? 0 }
    }

    func path(to other: PoolCandidate) -> String {
        let isOnPage = list.candidates.contains { $0.candidacy == other.candidacy }
        let page = isOnPage ? address : address.turned(to: other.number - 1)
        return "/pool/\(other.candidacy)?\(page.query)"
    }

    /// Where a form leads that was sent from the list (`from=list`) or with the wish to go on (`then=next`).
    func path(after typed: Form, done: String) -> String {
        if typed.text("from") == "list" {
            return room.path("/pool?\(address.query)#n\(candidate.candidacy.number ?? 0)")
        }
        if typed.text("then") == "next" { return room.path(next.map(path(to:)) ?? "/pool?\(address.query)") }
        return room.path("/pool/\(candidate.candidacy.id)?\(address.query)&done=\(done)")
    }
}
