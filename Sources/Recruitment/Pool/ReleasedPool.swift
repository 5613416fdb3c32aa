import KohortCore
import KohortStore

/// A round whose whole pool is released (KS11-8), as opened by one of its employers.
struct ReleasedPool {
    let round: Round

    /// Refuses with `notFound` an organisation without an approved demand in the round, and with `pool.not_released`
    /// everybody before the release.
    init(of reference: RoundReference, for organisation: OrganisationID, in read: borrowing Read) throws {
        round = try read.find(reference)
        guard try Demand.employers(in: round.id, read).contains(organisation) else { throw Rejection.notFound }
        guard round.releasedAt != nil else { throw Rejection.conflict("pool.not_released") }
    }

    /// The pool that a candidacy lies in. A draft or a withdrawn candidacy lies in none: `notFound`.
    static func holding(
        _ id: CandidacyID, for organisation: OrganisationID, in read: borrowing Read
    ) throws -> (pool: ReleasedPool, candidacy: Candidacy) {
        let candidacy = try read.find(Candidacy.self, id)
        let pool = try ReleasedPool(of: .id(candidacy.round), for: organisation, in: read)
        guard candidacy.number != nil, candidacy.state != .withdrawn else { throw Rejection.notFound }
        return (pool, candidacy)
    }

    /// As `holding`, for a change: refused with `round.closed` or `candidacy.ended` where there is nothing to decide.
    static func deciding(
        _ id: CandidacyID, for organisation: OrganisationID, in read: borrowing Read
    ) throws -> (round: Round, candidacy: Candidacy) {
        let (pool, candidacy) = try holding(id, for: organisation, in: read)
        try pool.round.checkNotClosed()
        try candidacy.checkNotEnded()
        return (pool.round, candidacy)
    }

    /// Whether a candidacy `c` lies in a pool: numbered and not withdrawn. A closed one stays to be seen.
    static let membership: SQL = "c.number is not null and c.state <> 'withdrawn'"
}
