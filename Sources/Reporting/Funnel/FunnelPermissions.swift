import KohortCore

extension Permission {
    /// To see a round's figures, from candidacies to acceptances.
    package static let readFunnel = Permission("reporting.funnel.read")
}
