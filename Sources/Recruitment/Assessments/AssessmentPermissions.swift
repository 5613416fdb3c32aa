import KohortCore

extension Permission {
    /// To say for an employer whether a candidacy is qualified.
    package static let assessCandidacy = Permission("recruitment.candidacy.assess")
}
