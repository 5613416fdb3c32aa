import KohortCore

/// An employer said whether a candidacy is qualified for it. The note stays where it is.
package struct CandidacyAssessed: Event, Hashable {
    package static let name = "recruitment.candidacy.assessed"
    package let candidacy: CandidacyID
    package let round: RoundID
    package let organisation: OrganisationID
    package let verdict: Verdict
    package let reasons: [AssessmentReason]
    package var subject: Subject { Subject("candidacy", candidacy) }
    package var audience: Audience { .organisation(organisation) }
}
