import KohortCore

extension Permission {
    /// To plan and move a trainee's placements; the employer's and the lead's, not the host's.
    package static let planPlacements = Permission("delivery.placement.plan")
}
