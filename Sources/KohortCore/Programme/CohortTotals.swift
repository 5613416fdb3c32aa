/// What is known of a cohort's result without its persons; a number that is left out is unknown or still pending.
package struct CohortTotals: Hashable, Sendable, Codable {
    package let members: Int?
    /// Trainees who started.
    package let started: Int?
    package let completed: Int?
    /// Trainees who were hired permanently.
    package let permanent: Int?

    package init(members: Int? = nil, started: Int? = nil, completed: Int? = nil, permanent: Int? = nil) {
        (self.members, self.started) = (members, started)
        (self.completed, self.permanent) = (completed, permanent)
    }
}
