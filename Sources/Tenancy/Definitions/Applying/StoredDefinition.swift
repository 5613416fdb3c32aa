import KohortCore
import KohortStore

/// The definition that a consortium has now, put together from the tables; nil before the first file is applied.
enum StoredDefinition {
    static func read(in read: borrowing Read) throws -> ConsortiumDefinition? {
        let profile = try read.first("select profile from consortium") { try $0[0] as KeptJSON<ConsortiumProfile> }
        guard let profile else { return nil }
        let matters = try read.all(Matter.self, "where definition is not null order by slug")
        return ConsortiumDefinition(
            consortium: profile.value,
            organisations: try Organisation.definitions(in: read),
            memberships: try Membership.definitions(in: read),
            bodies: try Body.definitions(in: read),
            programmes: try Programme.definitions(in: read),
            cohorts: try Cohort.definitions(in: read),
            rounds: try RoundPlan.definitions(in: read),
            matters: matters.compactMap(\.definition),
            occasions: try Occasion.definitions(in: read))
    }

    /// What the consortium's definition becomes when a file is laid over it.
    static func merged(with file: ConsortiumDefinition, in read: borrowing Read) throws -> Step {
        guard let stored = try Self.read(in: read) else { return Step(old: nil, new: file) }
        guard stored.slug == file.slug else { throw Rejection.conflict("definition.other_consortium") }
        return Step(old: stored, new: stored.merged(with: file))
    }

    struct Step {
        let old: ConsortiumDefinition?
        let new: ConsortiumDefinition

        func effect() throws -> DefinitionEffect {
            DefinitionEffect(changes: try new.changes(from: old), flags: new.flags)
        }
    }
}

/// What applying a definition file changes or has changed, and what the lead should look at.
package struct DefinitionEffect: Hashable, Sendable, Codable {
    /// None when the file says nothing new.
    package let changes: [DefinitionChange]
    package let flags: [DefinitionFlag]
}
