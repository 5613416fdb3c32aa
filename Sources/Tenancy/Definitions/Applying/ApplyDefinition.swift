import KohortCore
import KohortStore

/// Lays a definition file over the consortium: what it names is entered or changed, what it does not name stays. A file
/// that says nothing new changes nothing and leaves nothing in the journal.
package struct ApplyDefinition: Command {
    package static let permission = Permission.applyDefinition
    package static let events: [any Event.Type] = [
        ConsortiumDefined.self, OrganisationDefined.self, MembershipDefined.self, BodyDefined.self,
        ProgrammeDefined.self, ProgrammeVersionMade.self, CohortDefined.self, RoundDefined.self, MatterRaised.self,
        OccasionDefined.self,
    ]
    package var scope: Scope { .consortium }
    package let definition: ConsortiumDefinition

    package init(_ definition: ConsortiumDefinition) { self.definition = definition }

    package func perform(in write: borrowing Write) throws -> DefinitionEffect {
        let step = try StoredDefinition.merged(with: definition, in: write.read)
        let effect = try step.effect()
        if effect.changes.isEmpty { return effect }
        let profile = step.new.consortium
        if profile != step.old?.consortium { try put(profile, in: write) }
        for organisation in step.new.organisations { try put(organisation, profile, in: write) }
        for membership in step.new.memberships { try put(membership, in: write) }
        for body in step.new.bodies { try put(body, in: write) }
        for programme in step.new.programmes { try put(programme, in: write) }
        for cohort in step.new.cohorts { try put(cohort, in: write) }
        for round in step.new.rounds {
            try put(round, profile, isStale: profile != step.old?.consortium, in: write)
        }
        for matter in step.new.matters { try put(matter, in: write) }
        for occasion in step.new.occasions { try put(occasion, in: write) }
        return effect
    }

    private func put(_ profile: ConsortiumProfile, in write: borrowing Write) throws {
        try write.execute(
            """
            insert into consortium (id, profile) values (\(write.tenant), \(StoredJSON(profile)))
            on conflict (id) do update set profile = excluded.profile
            """)
        try write.record(ConsortiumDefined(consortium: write.tenant))
    }

    /// The row that a slug of the definition names; the reader has checked that the file names no other.
    func find<T: DefinedRecord>(_ type: T.Type, _ slug: Slug, in write: borrowing Write) throws -> T {
        guard let row = try T.find(slug, in: write.read) else { throw Rejection.notFound }
        return row
    }
}
