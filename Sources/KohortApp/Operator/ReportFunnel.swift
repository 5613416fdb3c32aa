import KohortCore
import KohortStore
import Recruitment
import Reporting
import Tenancy

/// A round's figures, in the shape of the JSON API.
package struct ReportFunnel: OperatorCall {
    package let tenant: Slug
    /// The tenant's newest round unless named.
    package let round: Slug?

    package init(tenant: Slug, round: Slug?) { (self.tenant, self.round) = (tenant, round) }

    package struct Answer: Sendable, Codable {
        package struct Employer: Sendable, Codable {
            package let slug: String
            package let positions: Int
            package let persons: Int
            package var perPosition: Double? { positions == 0 ? nil : Double(persons) / Double(positions) }
        }

        package struct Channel: Sendable, Codable {
            package let channel: String?
            package let persons: Int
        }

        package struct Stage: Sendable, Codable {
            package let stage: String
            package let persons: Int
        }

        package let round: Slug
        package let persons: Int
        package let candidacies: Int
        package let withdrawn: Int
        package let positions: Int
        package let per_position: Double?
        package let employers: [Employer]
        package let channels: [Channel]
        package let stages: [Stage]
        package let nominations: Int
    }

    package func answer(in kohort: Kohort) async throws -> Answer {
        try await kohort.use(try await kohort.require(tenant)) { open in
            let now = kohort.clock.now
            let slug = try await chosenRound(open, at: now)
            let funnel = try await open.store.fetch(FunnelReport(round: slug), by: .operator, at: now)
            let consortium = try await open.store.fetch(CurrentConsortium(), by: .operator, at: now)
            let slugs = Dictionary(uniqueKeysWithValues: consortium.organisations.map { ($0.id, $0.slug.text) })
            return Answer(funnel, slugs)
        }
    }

    private func chosenRound(_ open: TenantStore, at now: Instant) async throws -> Slug {
        let rounds = try await open.store.fetch(RoundList(), by: .operator, at: now)
        if let round {
            guard rounds.contains(where: { $0.slug == round }) else {
                throw OperatorProblem("round.unknown", ["\(tenant) has no round \(round)."])
            }
            return round
        }
        guard let newest = rounds.max(by: { $0.deadlines.applyBy < $1.deadlines.applyBy }) else {
            throw OperatorProblem("round.none", ["\(tenant) has no round."])
        }
        return newest.slug
    }
}

extension ReportFunnel.Answer {
    init(_ funnel: Funnel, _ slugs: [OrganisationID: String]) {
        (round, persons, candidacies) = (funnel.round, funnel.persons, funnel.candidacies)
        (withdrawn, positions, per_position) = (funnel.withdrawn, funnel.positions, funnel.perPosition)
        employers = funnel.employers.map {
            Employer(slug: slugs[$0.organisation] ?? "", positions: $0.positions, persons: $0.persons)
        }.sorted { $0.slug < $1.slug }
        channels = funnel.channels.map { Channel(channel: $0.channel, persons: $0.persons) }
        stages = funnel.stages.map { Stage(stage: $0.stage.rawValue, persons: $0.persons) }
        nominations = funnel.nominations
    }
}
