import KohortCore
import KohortStore

extension StartRequirement {
    /// What an employer has still to do before its trainees of a cohort start (KS11-10, KS11-20).
    static func missing(
        at employer: OrganisationID, in cohort: CohortPlan, _ read: borrowing Read
    ) throws -> [StartRequirement] {
        var missing: [StartRequirement] = []
        for requirement in cohort.rules.roles.beforeStart {
            let isMet =
                switch requirement {
                case .coordinatorNamed:
                    try !read.ask(CoordinatorDirectory.self).coordinators(employer, read).isEmpty
                case .aimsAnchored: try Anchoring.exists(at: employer, in: cohort.id, read)
                }
            if !isMet { missing.append(requirement) }
        }
        return missing
    }
}
