import KohortCore
import KohortStore

/// What other modules ask about cohorts; the composition joins these to their ports.
package enum CohortLookup {
    package typealias Found = (cohort: Cohort, period: Period, zone: Zone, rules: ProgrammeRules)

    /// A cohort with its dates and the rules of the version it runs by; `notFound` for one that is held in totals only.
    package static func find(_ id: CohortID, in read: borrowing Read) throws -> Found {
        try found(try read.find(Cohort.self, id), in: read)
    }

    package static func find(_ slug: Slug, in read: borrowing Read) throws -> Found {
        guard let cohort = try read.first(Cohort.self, "where slug = \(slug)") else { throw Rejection.notFound }
        return try found(cohort, in: read)
    }

    /// The rules that a cohort runs by, whether or not its dates are known.
    package static func rules(of slug: Slug, in read: borrowing Read) throws -> ProgrammeRules {
        guard let cohort = try read.first(Cohort.self, "where slug = \(slug)") else { throw Rejection.notFound }
        return try ProgrammeVersion.find(cohort.version, of: cohort.programme, in: read).rules
    }

    /// All that have dates and persons, the earliest first.
    package static func all(in read: borrowing Read) throws -> [Found] {
        var all: [Found] = []
        for cohort in try read.all(Cohort.self) where cohort.state != .historic && cohort.period != nil {
            all.append(try found(cohort, in: read))
        }
        return all.sorted { ($0.period.start, $0.cohort.slug) < ($1.period.start, $1.cohort.slug) }
    }

    private static func found(_ cohort: Cohort, in read: borrowing Read) throws -> Found {
        let profile = try read.first("select profile from consortium") { try $0[0] as KeptJSON<ConsortiumProfile> }
        guard cohort.state != .historic, let period = cohort.period, let profile else { throw Rejection.notFound }
        let version = try ProgrammeVersion.find(cohort.version, of: cohort.programme, in: read)
        return (cohort, period, profile.value.timeZone, version.rules)
    }
}
