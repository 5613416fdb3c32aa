import KohortCore

/// A round in figures (BP-3), with persons and candidacies told apart (NOR-2). A person *stands* from submitting until
/// the candidacy is withdrawn; drafts are in no figure.
package struct Funnel: Hashable, Sendable {
    package let round: Slug
    /// How many stand, each counted once.
    package let persons: Int
    /// How many candidacies were submitted, those that were withdrawn later among them.
    package let candidacies: Int
    package let withdrawn: Int
    /// Places of the approved demands.
    package let positions: Int
    /// In the order of their ids. Their persons may add up to more than `persons` (NOR-3).
    package let employers: [FunnelEmployer]
    /// The call's channels and those that persons came by, by name; the last has none when some did not say.
    package let channels: [FunnelChannel]
    /// One for each stage, in order.
    package let stages: [FunnelStage]
    /// Employers' own new hires (KS11-15), which are no candidacies and in no other figure.
    package let nominations: Int

    /// Unrounded; nil without positions.
    package var perPosition: Double? { positions == 0 ? nil : Double(persons) / Double(positions) }
}

/// What one employer asks for and how many wish to come to it.
package struct FunnelEmployer: Hashable, Sendable {
    package let organisation: OrganisationID
    package let positions: Int
    package let persons: Int

    /// Unrounded; nil without positions.
    package var perPosition: Double? { positions == 0 ? nil : Double(persons) / Double(positions) }
}

/// How many persons came by a channel (NOR-6); nil for those who did not say.
package struct FunnelChannel: Hashable, Sendable {
    package let channel: String?
    package let persons: Int
}

/// How many persons came so far. Each stage is counted by itself (ROM-6): one may be offered without being ranked.
package struct FunnelStage: Hashable, Sendable {
    package enum Name: String, Sendable, CaseIterable { case submitted, qualified, ranked, offered, accepted }

    package let stage: Name
    package let persons: Int
}
