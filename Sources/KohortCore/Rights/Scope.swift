/// The object that a right is asked for or granted on.
package enum Scope: Hashable, Sendable, Codable {
    case consortium
    case organisation(OrganisationID)
    case unit(UnitID)
    case round(RoundID)
    case candidacy(CandidacyID)
    case trainee(TraineeID)
    case placement(PlacementID)
    /// A list: some right on some object is enough to open it, and `Reach` filters its rows.
    case anywhere
}

/// The rows of a list that an actor may see: all of the consortium's, or those of some organisations.
package enum Reach: Hashable, Sendable {
    case all
    case organisations(Set<OrganisationID>)
}
