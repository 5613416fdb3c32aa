import KohortCore

extension Permission {
    /// To confirm an employer's aims (KS11-10).
    package static let confirmAims = Permission("delivery.aims.confirm")
    package static let closeCohort = Permission("delivery.cohort.close")
}
