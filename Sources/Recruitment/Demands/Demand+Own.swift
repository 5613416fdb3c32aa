import KohortCore
import KohortStore

extension Write {
    /// An employer's own demand with its round, which must not be over; another's is `notFound`.
    func find(_ demand: DemandID, of organisation: OrganisationID) throws -> (demand: Demand, round: Round) {
        let found = try find(Demand.self, demand)
        guard found.organisation == organisation else { throw Rejection.notFound }
        let round = try find(Round.self, found.round)
        try round.checkNotClosed()
        return (found, round)
    }

    /// Throws unless the organisation is a member today, by the round's calendar.
    func checkMember(_ organisation: OrganisationID, in round: Round) throws {
        let today = round.zone.date(at: now)
        let isMember = try ask(MemberDirectory.self).isMember(organisation, today, read)
        if !isMember { throw Rejection.conflict("organisation.not_member") }
    }
}
