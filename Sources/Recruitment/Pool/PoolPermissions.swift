import KohortCore

extension Permission {
    /// To see the candidacies of a released pool, as an employer of the round or for one.
    package static let readPool = Permission("recruitment.pool.read")
    /// To see how far each employer of a round has come.
    package static let overseeRound = Permission("recruitment.round.oversee")
}
