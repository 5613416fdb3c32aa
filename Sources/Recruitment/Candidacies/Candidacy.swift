import KohortCore
import KohortStore

/// One person's application in one round.
package struct Candidacy: Hashable, Sendable {
    package let id: CandidacyID
    package let round: RoundID
    package internal(set) var person: PersonID
    /// The registration number in its round, from 1 without gaps; given on submission and kept.
    package internal(set) var number: Int?
    package internal(set) var state: CandidacyState
    /// The person's application that counts, where this one came after it; set aside as withdrawn without having ended.
    package internal(set) var repeats: CandidacyID?
    package internal(set) var language: Language
    /// Where the applicant saw the call (NOR-6): one of the round's channels.
    package internal(set) var channel: Slug?
    package internal(set) var details: ApplicantDetails
    package let createdAt: Instant
    package internal(set) var changedAt: Instant
    /// The arrival that counted, as the receipt shows it.
    package internal(set) var submittedAt: Instant?
    package internal(set) var endedAt: Instant?
    /// The last day on which it is kept (BR-11).
    package let purgeAfter: LocalDate
}

/// Where a candidacy stands.
package enum CandidacyState: String, Hashable, Sendable, Codable, CaseIterable, Storable {
    case draft, submitted
    /// Ended by the applicant.
    case withdrawn
    /// Ended with its round, or by an acceptance that closes the rest (BR-7).
    case closed
}

extension Candidacy {
    package var hasEnded: Bool { endedAt != nil }

    /// Registered under a number, from a draft.
    func submitted(as number: Int, at arrival: Instant) throws(Rejection) -> Candidacy {
        try checkNotEnded()
        guard state == .draft else { throw .conflict("candidacy.already_submitted") }
        var candidacy = self
        (candidacy.state, candidacy.number) = (.submitted, number)
        (candidacy.submittedAt, candidacy.changedAt) = (arrival, arrival)
        return candidacy
    }

    func withdrawn(at instant: Instant) throws(Rejection) -> Candidacy { try ended(as: .withdrawn, at: instant) }
    func closed(at instant: Instant) throws(Rejection) -> Candidacy { try ended(as: .closed, at: instant) }

    private func ended(as state: CandidacyState, at instant: Instant) throws(Rejection) -> Candidacy {
        try checkNotEnded()
        var candidacy = self
        (candidacy.state, candidacy.endedAt, candidacy.repeats) = (state, instant, nil)
        return candidacy
    }

    func checkNotEnded() throws(Rejection) {
        if hasEnded { throw .conflict("candidacy.ended") }
    }
}
