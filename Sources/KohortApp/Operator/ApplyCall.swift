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

    package static let makesInstallation = true

    package struct Answer: Sendable, Codable {
        package let tenant: Slug
        package let isNew: Bool
        package let changes: [DefinitionChange]
        package let flags: [DefinitionFlag]
    }

    package func answer(in kohort: Kohort) async throws -> Answer {
        let definition = try ConsortiumDefinition.read(yaml: yaml)
        guard let tenant = try await kohort.find(definition.slug) else { return try await make(definition, in: kohort) }
        if tenant.state == .deleted { throw OperatorProblem(conflict: "tenant.is_deleted") }
        let effect = try await kohort.use(tenant) { open in
            isDryRun
                ? try await open.store.fetch(DefinitionPreview(definition), by: .operator, at: kohort.clock.now)
                : try await open.store.perform(ApplyDefinition(definition), by: .operator, at: kohort.clock.now)
        }
        return Answer(tenant: tenant.slug, isNew: false, changes: effect.changes, flags: effect.flags)
    }

    private func make(_ definition: ConsortiumDefinition, in kohort: Kohort) async throws -> Answer {
        let slug = definition.slug
        if isDryRun {
            let changes = try definition.changes(from: nil)
            return Answer(tenant: slug, isNew: true, changes: changes, flags: definition.flags)
        }
        let effect = try await kohort.create(slug) { open in
            try await open.store.perform(ApplyDefinition(definition), by: .operator, at: kohort.clock.now)
        }
        return Answer(tenant: slug, isNew: true, changes: effect.changes, flags: effect.flags)
    }
}
