import KohortCore
import KohortStore

extension Candidacy {
    /// The employers that may read a candidacy: all of its round's, once the pool is released to them (KS11-8). None
    /// for a draft, one that was withdrawn, and one that does not exist.
    package static func readers(of id: CandidacyID, in read: borrowing Read) throws -> Set<OrganisationID> {
        guard let candidacy = try read.first(Candidacy.self, "where id = \(id)") else { return [] }
        return try candidacy.readers(in: read)
    }

    private func readers(in read: borrowing Read) throws -> Set<OrganisationID> {
        guard number != nil, state != .withdrawn else { return [] }
        let isReleased = try read.find(Round.self, round).releasedAt != nil
        return isReleased ? try Demand.employers(in: round, read) : []
    }

    /// Throws unless the actor, being somebody else than the applicant, may read it: `notFound` for a draft and for
    /// whom it is not released to, `gone` once it is withdrawn.
    func checkReadable(by permission: Permission, in read: borrowing Read) throws {
        guard number != nil else { throw Rejection.notFound }
        guard case .organisations(let own) = try read.reach(of: permission) else { return try checkNotWithdrawn() }
        if try readers(in: read).isDisjoint(with: own) { throw Rejection.notFound }
    }

    private func checkNotWithdrawn() throws {
        if state == .withdrawn { throw Rejection.gone }
    }
}
