import KohortCore
import KohortStore

extension ApplyDefinition {
    /// Rules that changed make a new version, to which planned cohorts go over.
    func put(_ programme: ProgrammeDefinition, in write: borrowing Write) throws {
        let now = write.now
        let put = try Programme.put(programme.slug, in: write) { old in
            let hasNewRules = old?.definition.rules != programme.rules
            return Programme(
                id: old?.id ?? .new(at: now), version: (old?.version ?? 0) + (hasNewRules ? 1 : 0), programme)
        }
        guard let (old, new) = put else { return }
        try ProgrammeVersion.put(new, in: write)
        try write.record(
            ProgrammeDefined(
                programme: new.id, slug: new.slug, state: new.state, published: new.published, version: new.version))
        if new.version == old?.version { return }
        try write.execute(
            "update cohort set version = \(new.version) where programme = \(new.id) and state = 'planned'")
        try write.record(ProgrammeVersionMade(programme: new.id, version: new.version))
    }

    func put(_ cohort: CohortDefinition, in write: borrowing Write) throws {
        let programme = try find(Programme.self, cohort.programme, in: write)
        let now = write.now
        let put = try Cohort.put(cohort.slug, in: write) { old in
            if let old { try old.check(cohort, of: programme.id) }
            let version = old.map(\.version) ?? programme.version
            return Cohort(id: old?.id ?? .new(at: now), programme: programme.id, version: version, cohort)
        }
        guard let row = put?.new else { return }
        let memberships = try cohort.participations.map { try find(Membership.self, $0, in: write).id }
        try row.replaceParticipations(memberships, in: write)
        try write.record(
            CohortDefined(
                cohort: row.id, slug: row.slug, programme: row.programme, version: row.version, state: row.state,
                period: row.period))
    }

    /// - Parameter isStale: the consortium's settings changed, which a planned round follows too.
    func put(
        _ round: RoundDefinition, _ profile: ConsortiumProfile, isStale: Bool, in write: borrowing Write
    ) throws {
        let cohort = try find(Cohort.self, round.cohort, in: write)
        let now = write.now
        let put = try RoundPlan.put(round.slug, in: write) {
            RoundPlan(id: $0?.id ?? .new(at: now), cohort: cohort.id, round)
        }
        guard put != nil || isStale else { return }
        let row = try find(RoundPlan.self, round.slug, in: write)
        try write.record(RoundDefined(row, cohort.slug, profile))
    }
}

extension Cohort {
    /// A cohort stays with its programme, and one that has started does not go back.
    fileprivate func check(_ next: CohortDefinition, of programme: ProgrammeID) throws(Rejection) {
        if programme != self.programme { throw .conflict("cohort.other_programme") }
        let isAllowed =
            switch (state, next.state) {
            case (.running, .planned), (.historic, .planned), (.historic, .running): false
            default: true
            }
        if !isAllowed { throw .conflict("cohort.has_started") }
    }
}

extension RoundDefined {
    fileprivate init(_ plan: RoundPlan, _ cohort: Slug, _ profile: ConsortiumProfile) {
        let settings = profile.settings
        self.init(
            round: plan.id, slug: plan.slug, cohort: cohort, country: profile.country, zone: profile.timeZone,
            deadlines: plan.definition.deadlines, channels: plan.definition.channels.map(\.slug),
            oneAcceptanceClosesRest: settings.oneAcceptanceClosesRest,
            offerResponseWorkingDays: settings.offerResponseWorkingDays, retentionDays: settings.retentionDays,
            largestWishCount: settings.largestWishCount)
    }
}
