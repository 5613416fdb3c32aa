import KohortCore
import KohortStore

/// Lays a round as the programme definition has it. Performing it again with the same values changes nothing; a round
/// that is published stays as it is, and dates that the lead has moved stay moved.
package struct PlanRound: Command {
    package static let permission = Permission.planRound
    package static let events: [any Event.Type] = [RoundPlanned.self, RoundReplanned.self]
    package var scope: Scope { .consortium }

    package let id: RoundID
    package let slug: Slug
    package let cohort: Slug
    package let country: OrganisationNumber.Country
    package let zone: Zone
    package let deadlines: Deadlines
    package let channels: [Slug]
    package let settings: RoundSettings

    package init(
        id: RoundID, slug: Slug, cohort: Slug, country: OrganisationNumber.Country, zone: Zone, deadlines: Deadlines,
        channels: [Slug], settings: RoundSettings
    ) {
        (self.id, self.slug, self.cohort, self.country) = (id, slug, cohort, country)
        (self.zone, self.deadlines, self.channels, self.settings) = (zone, deadlines, channels, settings)
    }

    package func perform(in write: borrowing Write) throws -> Done {
        try (deadlines.problems + settings.problems + RoundChannels.problems(of: channels)).throwIfAny()
        let isTaken = try write.count("select count(*) from round where slug = \(slug) and id <> \(id)") > 0
        if isTaken { throw Rejection.conflict("round.slug_taken") }
        if let planned = try write.first(Round.self, "where id = \(id)") {
            try change(planned, in: write)
        } else {
            try write.insert(round(plannedAt: write.now))
            try RoundChannels.replace(channels, of: id, in: write)
            try write.record(RoundPlanned(round: id, slug: slug, cohort: cohort, deadlines: deadlines))
        }
        return Done()
    }

    private func change(_ planned: Round, in write: borrowing Write) throws {
        var round = round(plannedAt: planned.plannedAt)
        if planned.movedAt != nil { (round.deadlines, round.movedAt) = (planned.deadlines, planned.movedAt) }
        let isSame = try round == planned && RoundChannels.of(id, in: write.read) == channels.sorted()
        guard planned.stage == .planned, !isSame else { return }
        try write.update(round)
        try RoundChannels.replace(channels, of: id, in: write)
        try write.record(RoundReplanned(round: id, slug: slug, cohort: cohort, deadlines: round.deadlines))
    }

    private func round(plannedAt: Instant) -> Round {
        Round(
            id: id, slug: slug, cohort: cohort, country: country, zone: zone, deadlines: deadlines, settings: settings,
            plannedAt: plannedAt)
    }
}
