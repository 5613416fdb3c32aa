import KohortCore
import Recruitment
import Tenancy

extension Visit {
    /// What people call a round; its slug where the definition no longer plans it.
    func name(of round: Round) async throws -> String { try await name(of: round.slug) }

    func name(of round: Slug) async throws -> String {
        let plan = try await fetch(RoundPlans()).first { $0.slug == round }
        return plan?.definition.name.text(in: language) ?? round.text
    }

    /// The channels that a round's definition names, and what people call them.
    func channels(of round: Round) async throws -> [ChannelDefinition] {
        try await fetch(RoundPlans()).first { $0.id == round.id }?.definition.channels ?? []
    }
}
