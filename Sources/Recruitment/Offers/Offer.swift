import KohortCore
import KohortStore

/// An employer's offer of one position to one candidate.
package struct Offer: Hashable, Sendable {
    package let id: OfferID
    package let round: RoundID
    package let demand: DemandID
    package let organisation: OrganisationID
    package let candidacy: CandidacyID
    /// Which of the demand's places, from 1. An open or accepted offer holds its place alone.
    package let position: Int
    package let contract: ContractKind
    package internal(set) var state: OfferState
    /// The last day on which it can be answered, in the round's zone.
    package let respondBy: LocalDate
    package let madeAt: Instant
    package internal(set) var endedAt: Instant?
    /// Why it ended: a `DeclineReason` of a declined offer that gave one, a `WithdrawalReason` of a withdrawn one.
    package internal(set) var reason: String?
}

/// Where an offer stands.
package enum OfferState: String, Hashable, Sendable, Codable, CaseIterable, Storable {
    case open, accepted, declined
    /// Not answered in time.
    case expired
    /// Taken back by the employer, or ended with its candidacy.
    case withdrawn
}

/// Why a candidate declines; a closed list, and never asked for.
package enum DeclineReason: String, Hashable, Sendable, Codable, CaseIterable {
    case otherWork = "other_work"
    case studies, place, terms, personal, other
}

/// Why an offer ended without an answer.
package enum WithdrawalReason: String, Hashable, Sendable, Codable, CaseIterable {
    case employer
    case candidacyWithdrawn = "candidacy_withdrawn"
    /// The candidate accepted another one, where that closes the rest (BR-7).
    case otherAccepted = "other_accepted"
}

extension Offer {
    func deadline(in zone: Zone) -> Deadline { Deadline(respondBy, in: zone) }

    /// Throws unless an answer that arrives then counts, also before the offer has been marked as expired.
    func checkTakesAnswer(at arrival: Instant, in zone: Zone) throws(Rejection) {
        if state == .expired { throw .tooLate(deadline(in: zone)) }
        guard state == .open else { throw .conflict("offer.not_open") }
        try deadline(in: zone).check(arrival)
    }

    func ended(as state: OfferState, because reason: String? = nil, at instant: Instant) -> Offer {
        var offer = self
        (offer.state, offer.endedAt, offer.reason) = (state, instant, reason)
        return offer
    }

    /// The lowest place of `count` that is not taken; nil when there is none.
    static func lowestFreePosition(of count: Int, taken: Set<Int>) -> Int? {
        (1...count).first { !taken.contains($0) }
    }
}
