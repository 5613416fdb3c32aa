import KohortCore
import KohortStore

/// An employer offers one of its positions to a candidate of the released pool (KS11-13), on the lowest free place. The
/// candidate has the round's working days to answer, counted from the day after (BR-6).
package struct MakeOffer: Command {
    package static let permission = Permission.makeOffer
    package static let events: [any Event.Type] = [OfferMade.self]
    package var scope: Scope { .organisation(organisation) }

    package let offer: OfferID
    package let organisation: OrganisationID
    package let demand: DemandID
    package let candidacy: CandidacyID
    /// The recommended one where none is named.
    package let contract: ContractKind?

    package init(
        offer: OfferID, organisation: OrganisationID, demand: DemandID, candidacy: CandidacyID,
        contract: ContractKind? = nil
    ) {
        (self.offer, self.organisation, self.demand) = (offer, organisation, demand)
        (self.candidacy, self.contract) = (candidacy, contract)
    }

    package func perform(in write: borrowing Write) throws -> Done {
        let (round, candidacy) = try ReleasedPool.deciding(candidacy, for: organisation, in: write.read)
        let demand = try demand(in: round, write.read)
        try checkMayBeOffered(in: write.read)
        let contract = try write.read.intake(of: round).contract(contract)
        let offer = Offer(
            id: offer, round: round.id, demand: demand.id, organisation: organisation, candidacy: candidacy.id,
            position: try freePosition(of: demand, in: write.read), contract: contract, state: .open,
            respondBy: round.respondBy(from: write.now), madeAt: write.now)
        try write.insert(offer)
        try write.enqueue(OfferLetter(offer: offer.id))
        try write.record(OfferMade(offer))
        return Done()
    }

    private func demand(in round: Round, _ read: borrowing Read) throws -> Demand {
        let demand = try read.find(Demand.self, demand)
        guard demand.organisation == organisation, demand.round == round.id else { throw Rejection.notFound }
        guard demand.state == .approved else { throw Rejection.conflict("demand.not_approved") }
        return demand
    }

    private func checkMayBeOffered(in read: borrowing Read) throws {
        let assessment = try Assessment.first(of: candidacy, by: organisation, in: read)
        guard assessment?.verdict != .notQualified else { throw Rejection.conflict("offer.not_qualified") }
        let standing = try read.count(
            """
            select count(*) from offer
            where organisation = \(organisation) and candidacy = \(candidacy) and state in ('open', 'accepted')
            """)
        guard standing == 0 else { throw Rejection.conflict("offer.already_made") }
    }

    private func freePosition(of demand: Demand, in read: borrowing Read) throws -> Int {
        let taken = try Set(
            read.all("select position from offer where demand = \(demand.id) and state in ('open', 'accepted')") {
                try $0[0] as Int
            })
        guard let free = Offer.lowestFreePosition(of: demand.positions, taken: taken) else {
            throw Rejection.conflict("offer.no_place_left")
        }
        return free
    }
}

extension Round {
    /// The last day on which an offer that is made at `instant` can be answered.
    package func respondBy(from instant: Instant) -> LocalDate {
        country.date(settings.responseWorkingDays, workingDaysAfter: zone.date(at: instant))
    }
}
