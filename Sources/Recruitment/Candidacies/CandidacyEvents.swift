import KohortCore

/// Somebody saved a draft, or is about to send one in.
package struct CandidacyStarted: Event {
    package static let name = "recruitment.candidacy.started"
    package let candidacy: CandidacyID
    package let round: RoundID
    package var subject: Subject { Subject("candidacy", candidacy) }
    package var audience: Audience { .internal }
}

/// A candidacy is registered.
package struct CandidacySubmitted: Event {
    package static let name = "recruitment.candidacy.submitted"
    package let candidacy: CandidacyID
    package let round: RoundID
    package let number: Int
    package let channel: Slug?
    /// How many places it names.
    package let wishes: Int
    package var subject: Subject { Subject("candidacy", candidacy) }
    package var audience: Audience { .consortium }
}

/// A person's further application in a round was registered and set aside, since the first one counts.
package struct CandidacyRepeated: Event {
    package static let name = "recruitment.candidacy.repeated"
    package let candidacy: CandidacyID
    package let round: RoundID
    package let number: Int
    /// The one that counts.
    package let repeats: CandidacyID
    package var subject: Subject { Subject("candidacy", candidacy) }
    package var audience: Audience { .consortium }
}

/// An applicant changed a candidacy, which may be a draft still.
package struct CandidacyChanged: Event {
    package static let name = "recruitment.candidacy.changed"
    package let candidacy: CandidacyID
    package let round: RoundID
    package let isDraft: Bool
    package var subject: Subject { Subject("candidacy", candidacy) }
    package var audience: Audience { isDraft ? .internal : .consortium }
}

/// A candidacy or draft was withdrawn.
package struct CandidacyWithdrawn: Event {
    package static let name = "recruitment.candidacy.withdrawn"
    package let candidacy: CandidacyID
    package let round: RoundID
    package let isDraft: Bool
    package var subject: Subject { Subject("candidacy", candidacy) }
    package var audience: Audience { isDraft ? .internal : .consortium }
}

/// Somebody other than the applicant opened a candidacy (BC-8); who it was stands in the journal's row.
package struct CandidacyOpened: Event {
    package static let name = "recruitment.candidacy.opened"
    package let candidacy: CandidacyID
    package let round: RoundID
    package var subject: Subject { Subject("candidacy", candidacy) }
    package var audience: Audience { .internal }
}
