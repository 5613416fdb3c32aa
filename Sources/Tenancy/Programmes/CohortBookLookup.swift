import KohortCore
import KohortStore

/// The cohorts with what reporting compares them by, for a port of another module.
package enum CohortBookLookup {
    package struct Found: Sendable {
        package let cohort: Cohort
        package let programme: ProgrammeDefinition
        package let rules: ProgrammeRules
        /// How many memberships take part.
        package let participations: Int
        package let zone: Zone
    }

    /// Every cohort of the consortium's own programmes, the earliest first; a member's local ones are left out (NOR-10).
    package static func all(in read: borrowing Read) throws -> [Found] {
        let profile = try read.first("select profile from consortium") { try $0[0] as KeptJSON<ConsortiumProfile> }
        guard let zone = profile?.value.timeZone else { return [] }
        let programmes = Dictionary(
            uniqueKeysWithValues: try read.all(Programme.self).map { ($0.id, $0.definition) })
        var rules: [VersionKey: ProgrammeRules] = [:]
        try read.forEach("select programme, number, rules from programme_version") { tuple in
            rules[VersionKey(programme: try tuple[0], number: try tuple[1])] = (try tuple[2] as KeptJSON).value
        }
        var participations: [CohortID: Int] = [:]
        try read.forEach("select cohort, count(*) from participation group by cohort") {
            participations[try $0[0]] = try $0[1]
        }
        return try read.all(Cohort.self).compactMap { cohort -> Found? in
            let key = VersionKey(programme: cohort.programme, number: cohort.version)
            guard let programme = programmes[cohort.programme], programme.localTo == nil, let rules = rules[key] else {
                return nil
            }
            return Found(
                cohort: cohort, programme: programme, rules: rules, participations: participations[cohort.id] ?? 0,
                zone: zone)
        }.sorted { ($0.cohort.startYear, $0.cohort.slug) < ($1.cohort.startYear, $1.cohort.slug) }
    }

    /// The consortium's own programmes, by their slugs; a member's local ones are left out.
    package static func programmes(in read: borrowing Read) throws -> [ProgrammeDefinition] {
        try read.all(Programme.self).map(\.definition).filter { $0.localTo == nil }.sorted { $0.slug < $1.slug }
    }

    private struct VersionKey: Hashable {
        let programme: ProgrammeID
        let number: Int
    }
}

extension Cohort {
    /// The year it started or is to start.
    package var startYear: Int { definition.year ?? period?.start.year ?? 0 }
}
