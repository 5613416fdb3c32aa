import KohortCore
import KohortStore
import Tenancy

/// Validates a definition file and applies it: a tenant that does not exist is made, one that does is changed, and
/// what is the same stays as it is.
package struct ApplyDefinitionFile: OperatorCall {
    /// The text of the file.
    package let yaml: String
    /// Only tells what would change.
    package let isDryRun: Bool

    package init(yaml: String, isDryRun: Bool) { (self.yaml, self.isDryRun) = (yaml, isDryRun) }

    package struct Answer: Sendable, Codable {
        package let tenant: Slug
        package let isNew: Bool
        package let changes: [DefinitionChange]
        package let flags: [DefinitionFlag]
    }

    package func answer(in kohort: Kohort) async throws -> Answer {
        let definition = try ConsortiumDefinition.read(yaml: yaml)
        guard let tenant = try await kohort.find(definition.slug) else {
            if isDryRun {
                return Answer(
                    tenant: definition.slug, isNew: true, changes: try definition.changes(from: nil),
                    flags: definition.flags)
            }
            let made = try await kohort.create(definition.slug)
            return try await apply(definition, to: made, isNew: true, in: kohort)
        }
        return try await apply(definition, to: tenant, isNew: false, in: kohort)
    }

    private func apply(
        _ definition: ConsortiumDefinition, to tenant: Tenant, isNew: Bool, in kohort: Kohort
    ) async throws -> Answer {
        try await kohort.use(tenant) { open in
            let now = kohort.clock.now
            let effect =
                isDryRun
                ? try await open.store.fetch(DefinitionPreview(definition), by: .operator, at: now)
                : try await open.store.perform(ApplyDefinition(definition), by: .operator, at: now)
            return Answer(tenant: tenant.slug, isNew: isNew, changes: effect.changes, flags: effect.flags)
        }
    }
}

extension Kohort {
    /// Makes a tenant. Its database is whole before the registry knows it; of two that race for a slug one is refused
    /// and leaves nothing behind.
    func create(_ slug: Slug) async throws -> Tenant {
        let id = TenantID.new(at: clock.now)
        try engine.create(id, .tenant)
        do { return try await registry.perform(RegisterTenant(id: id, slug: slug), by: .operator, at: clock.now) } catch
        {
            try engine.remove(id)
            throw error
        }
    }
}
