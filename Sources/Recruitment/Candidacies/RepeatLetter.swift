import KohortCore
import KohortStore

/// Tells a person that somebody applied again with their address, and what became of that.
package struct RepeatLetter: Letter {
    package static let kind = "recruitment.repeat"
    /// The application that counts.
    package let candidacy: CandidacyID
    /// When the other one came.
    package let at: Instant
}
