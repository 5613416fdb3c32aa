import KohortCore

/// A period of a trainee's work at one host: an organisation and, where given, a unit.
package struct Placement: Hashable, Sendable {
    package let id: PlacementID
    package let trainee: TraineeID
    package internal(set) var part: Part
    package internal(set) var host: OrganisationID
    package internal(set) var unit: UnitID?
    package internal(set) var period: Period
    package internal(set) var paidBy: Payer

    /// Which period of the programme's pattern it is.
    package enum Part: Hashable, Sendable, Codable {
        /// One of the pattern's, by its number from 1.
        case numbered(Int)
        /// One that is offered beside them, such as the one at KS; counted apart (KS11-29).
        case optional(Slug)
    }
}
