import KohortCore
import KohortStore

extension Candidacy {
    /// Throws unless the actor, being somebody else than the applicant, may read it: `notFound` for a draft and for an
    /// employer that does not see it, `gone` once it is withdrawn.
    func checkReadable(by permission: Permission, in read: borrowing Read) throws {
        guard number != nil else { throw Rejection.notFound }
        if case .organisations(let own) = try read.reach(of: permission) {
            let employers = try CandidacyVisibility.organisations(of: id, read)
            if employers.isDisjoint(with: own) { throw Rejection.notFound }
        }
        if state == .withdrawn { throw Rejection.gone }
    }
}
