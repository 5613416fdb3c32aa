import KohortCore
import KohortStore

/// Tells somebody that they were named to a trainee, and how they come in. Its words are found when it is sent.
package struct NamingLetter: Letter, Hashable {
    package static let kind = "delivery.naming"

    /// What somebody was named to be.
    package enum Part: String, Hashable, Sendable, Codable, CaseIterable {
        /// Asked to be mentor, where the programme wants their word (ROM-2).
        case proposedMentor = "proposed_mentor"
        case mentor, supervisor, trainee
    }

    package let part: Part
    package let person: PersonID
    package let trainee: TraineeID
    /// Of a supervisor.
    package let placement: PlacementID?
    /// Who named them; nil where it was no person.
    package let by: PersonID?
}

extension Write {
    /// Lets the person whom this command names know; not those who named themselves.
    func tell(_ person: PersonID, of trainee: TraineeID, as part: NamingLetter.Part, in placement: PlacementID? = nil)
        throws
    {
        guard actor != .person(person) else { return }
        let namer: PersonID? = if case .person(let id) = actor { id } else { nil }
        try enqueue(NamingLetter(part: part, person: person, trainee: trainee, placement: placement, by: namer))
    }
}
