import KohortCore
import KohortStore

extension Offer: Record {
    package static let table: StaticString = "offer"
    package static let columns: [StaticString] = [
        "id", "round", "demand", "organisation", "candidacy", "position", "contract", "state", "respond_by", "made_at",
        "ended_at", "reason",
    ]

    package init(_ tuple: borrowing Tuple) throws {
        id = try tuple[0]
        round = try tuple[1]
        demand = try tuple[2]
        organisation = try tuple[3]
        candidacy = try tuple[4]
        position = try tuple[5]
        contract = try tuple[6]
        state = try tuple[7]
        respondBy = try tuple[8]
        madeAt = try tuple[9]
        endedAt = try tuple[10]
        reason = try tuple[11]
    }

    package var values: [SQLValue] {
        [
            id.sqlValue, round.sqlValue, demand.sqlValue, organisation.sqlValue, candidacy.sqlValue,
            position.sqlValue, contract.sqlValue, state.sqlValue, respondBy.sqlValue, madeAt.sqlValue,
            endedAt.sqlValue, reason.sqlValue,
        ]
    }

    /// An offer that was made to this candidacy; another's is `notFound`.
    static func find(_ id: OfferID, to candidacy: CandidacyID, in read: borrowing Read) throws -> Offer {
        let offer = try read.find(Offer.self, id)
        guard offer.candidacy == candidacy else { throw Rejection.notFound }
        return offer
    }

    static func open(of candidacy: CandidacyID, in read: borrowing Read) throws -> [Offer] {
        try read.all(Offer.self, "where candidacy = \(candidacy) and state = 'open' order by id")
    }

    /// Where an employer's latest offer to each of some candidacies stands; none where it made none.
    static func latestStates(
        of candidacies: [CandidacyID], by organisation: OrganisationID, in read: borrowing Read
    ) throws -> [CandidacyID: OfferState] {
        var states: [CandidacyID: OfferState] = [:]
        try read.forEach(
            """
            select candidacy, state from offer
            where organisation = \(organisation) and candidacy in (\(list: candidacies)) order by made_at, id
            """
        ) { tuple in states[try tuple[0]] = try tuple[1] as OfferState }
        return states
    }

    /// Ends an open offer without an answer, and says so.
    func withdraw(because reason: WithdrawalReason, in write: borrowing Write) throws {
        try write.update(ended(as: .withdrawn, because: reason.rawValue, at: write.now))
        try write.record(OfferWithdrawn(self, reason: reason))
    }
}
