import KohortCore

extension Permission {
    /// To enrol an employer's own new hire (KS11-15).
    package static let nominateHire = Permission("recruitment.nomination.make")
    package static let withdrawNomination = Permission("recruitment.nomination.withdraw")
    /// To see the nominations of a round, of all employers or of one's own.
    package static let readNominations = Permission("recruitment.nomination.read")
}
