import KohortCore

/// The recruitment that belongs to a cohort: its deadlines and where the joint call is published.
package struct RoundDefinition: Equatable, Sendable, Codable {
    package let slug: Slug
    package let cohort: Slug
    package let name: LocalizedText
    package var deadlines: RoundDeadlines
    /// How many places the call is for, where it is known beforehand.
    package let positions: Int?
    package let channels: [ChannelDefinition]
    package let assumed: [String]
}

/// The dates of a round, each ending at 24:00 in the consortium's zone.
package struct RoundDeadlines: Equatable, Sendable, Codable {
    /// Employers state their demand (KS11-2).
    package var demand: LocalDate
    package var applications: LocalDate
    /// Employers certify their rankings.
    package var ranking: LocalDate
    /// Offers that are still open after it are flagged (KS11-4).
    package var hiring: LocalDate
}

/// Where a call is published (KS11-6, NOR-6).
package struct ChannelDefinition: Equatable, Sendable, Codable {
    package let slug: Slug
    package let kind: ChannelKind
    package let name: LocalizedText
}

/// What a channel is.
package enum ChannelKind: String, Sendable, Codable, CaseIterable {
    case media, site, university, other
    case employmentAgency = "employment_agency"
    case pressRelease = "press_release"
}

extension RoundDefinition {
    init(_ keys: Keys) {
        slug = keys["slug"].slug(declaring: .round)
        cohort = keys["cohort"].slug(of: .cohort)
        name = keys["name"].localized()
        deadlines = keys["deadlines"].block(RoundDeadlines.init)
        positions = keys.optional("positions")?.integer(1...10_000)
        channels = keys.slugged("channels", 0...100, \.slug, ChannelDefinition.init)
        assumed = keys.assumed
    }
}

extension RoundDeadlines {
    init(_ keys: Keys) {
        demand = keys["demand"].date()
        applications = keys["applications"].date()
        ranking = keys["ranking"].date()
        hiring = keys["hiring"].date()
        keys.check(
            demand < applications, "applications", with: ["demand"], .dateOrder, allowed: "a date after \(demand)")
        keys.check(
            applications < ranking, "ranking", with: ["applications"], .dateOrder,
            allowed: "a date after \(applications)")
        keys.check(ranking < hiring, "hiring", with: ["ranking"], .dateOrder, allowed: "a date after \(ranking)")
    }
}

extension ChannelDefinition {
    init(_ keys: Keys) {
        slug = keys["slug"].slug()
        kind = keys["kind"].word(or: .other)
        name = keys["name"].localized()
    }
}

extension Keys {
    /// Hiring is done before the cohort starts.
    func checkRounds(_ definition: ConsortiumDefinition) {
        let cohorts = sound("cohorts", definition.cohorts).map(\.item)
        for (place, round) in sound("rounds", definition.rounds) {
            let cohort = cohorts.first { $0.slug == round.cohort }
            guard let start = cohort?.period?.start, round.deadlines.hiring > start else { continue }
            place.report(
                .dateOrder, found: "hiring done by \(round.deadlines.hiring)",
                allowed: "at latest \(start), when the cohort starts")
        }
    }
}
