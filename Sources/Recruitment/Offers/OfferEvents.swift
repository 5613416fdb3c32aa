import KohortCore

/// An employer offered a position; the candidate may answer until the date has ended.
package struct OfferMade: Event, Hashable {
    package static let name = "recruitment.offer.made"
    package let offer: OfferID
    package let round: RoundID
    package let demand: DemandID
    package let organisation: OrganisationID
    package let candidacy: CandidacyID
    package let contract: ContractKind
    package let respondBy: LocalDate
    package var subject: Subject { Subject("offer", offer) }
    package var audience: Audience { .organisation(organisation) }

    init(_ offer: Offer) {
        (self.offer, round, demand) = (offer.id, offer.round, offer.demand)
        (organisation, candidacy) = (offer.organisation, offer.candidacy)
        (contract, respondBy) = (offer.contract, offer.respondBy)
    }
}

/// The candidate said yes: the position is filled.
package struct OfferAccepted: Event, Hashable {
    package static let name = "recruitment.offer.accepted"
    package let offer: OfferID
    package let round: RoundID
    package let demand: DemandID
    package let organisation: OrganisationID
    package let candidacy: CandidacyID
    package let contract: ContractKind
    package var subject: Subject { Subject("offer", offer) }
    package var audience: Audience { .organisation(organisation) }

    init(_ offer: Offer) {
        (self.offer, round, demand) = (offer.id, offer.round, offer.demand)
        (organisation, candidacy, contract) = (offer.organisation, offer.candidacy, offer.contract)
    }
}

/// The candidate said no.
package struct OfferDeclined: Event, Hashable {
    package static let name = "recruitment.offer.declined"
    package let offer: OfferID
    package let round: RoundID
    package let organisation: OrganisationID
    package let candidacy: CandidacyID
    package let reason: DeclineReason?
    package var subject: Subject { Subject("offer", offer) }
    package var audience: Audience { .organisation(organisation) }

    init(_ offer: Offer, reason: DeclineReason?) {
        (self.offer, round) = (offer.id, offer.round)
        (organisation, candidacy, self.reason) = (offer.organisation, offer.candidacy, reason)
    }
}

/// Nobody answered in time.
package struct OfferExpired: Event, Hashable {
    package static let name = "recruitment.offer.expired"
    package let offer: OfferID
    package let round: RoundID
    package let organisation: OrganisationID
    package let candidacy: CandidacyID
    package var subject: Subject { Subject("offer", offer) }
    package var audience: Audience { .organisation(organisation) }

    init(_ offer: Offer) {
        (self.offer, round) = (offer.id, offer.round)
        (organisation, candidacy) = (offer.organisation, offer.candidacy)
    }
}

/// The offer ended before it was answered.
package struct OfferWithdrawn: Event, Hashable {
    package static let name = "recruitment.offer.withdrawn"
    package let offer: OfferID
    package let round: RoundID
    package let organisation: OrganisationID
    package let candidacy: CandidacyID
    package let reason: WithdrawalReason
    package var subject: Subject { Subject("offer", offer) }
    package var audience: Audience { .organisation(organisation) }

    init(_ offer: Offer, reason: WithdrawalReason) {
        (self.offer, round) = (offer.id, offer.round)
        (organisation, candidacy, self.reason) = (offer.organisation, offer.candidacy, reason)
    }
}
