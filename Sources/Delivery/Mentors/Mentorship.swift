import KohortCore

/// One person as a trainee's mentor, from the proposal on. The former ones stay as history (ROM-2).
package struct Mentorship: Hashable, Sendable {
    package let id: MentorshipID
    package let trainee: TraineeID
    package let person: PersonID
    /// Where the mentor works, as far as it is known.
    package let employedBy: OrganisationID?
    package internal(set) var state: State
    package let namedAt: Instant
    /// The first day as mentor; nil while it is a proposal and where it never became more.
    package internal(set) var from: LocalDate?
    /// The day on which it ended.
    package internal(set) var until: LocalDate?

    package enum State: String, Hashable, Sendable, Codable, CaseIterable {
        /// Waits for the mentor's word, where the programme asks for it.
        case proposed
        case active
        case declined
        /// Another was named in this one's place, or the trainee was struck out.
        case ended

        /// Whether this one is the mentor or may become it.
        package var isOpen: Bool { self == .proposed || self == .active }
    }
}
