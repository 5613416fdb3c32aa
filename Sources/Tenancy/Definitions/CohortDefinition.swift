import KohortCore

/// One intake of a programme. Those from before Kohort are held as bare totals, with no persons (ROM-8).
package struct CohortDefinition: Equatable, Sendable, Codable {
    package let slug: Slug
    package let programme: Slug
    package let state: CohortState
    /// The consortium's own count, such as no. 5 (KS11-1).
    package let number: Int?
    /// The year it started, where the dates are not known.
    package let year: Int?
    /// From the first day to the first day that is no longer in it; every cohort that is not historic has one.
    package var period: Period?
    /// The memberships that take part.
    package let participations: [Slug]
    package let totals: CohortTotals?
    package let assumed: [String]
}

/// How far a cohort has come. A running one keeps the version of the programme it started with.
package enum CohortState: String, Sendable, Codable, CaseIterable {
    case planned, running, historic
}

extension CohortDefinition {
    init(_ keys: Keys) {
        slug = keys["slug"].slug(declaring: .cohort)
        programme = keys["programme"].slug(of: .programme)
        state = keys["state"].word(or: .historic)
        number = keys.optional("number")?.integer(1...1000)
        year = keys.optional("year")?.integer(1900...2200)
        period = keys.optional("period")?.period()
        participations = keys.list("participations").map { $0.slug(of: .membership) }
        totals = keys.optional("totals")?.block(CohortTotals.init)
        assumed = keys.assumed
        let isDated = period != nil || (state == .historic && year != nil)
        keys.check(
            isDated, "period", with: ["state", "year"], .periodOpen,
            allowed: "a period with from and to, or for a historic cohort the year it started")
        let isOnce = Set(participations).count == participations.count
        keys.check(isOnce, "participations", .valueConflict, allowed: "each membership once")
        let members = totals?.members ?? participations.count
        keys.check(
            participations.isEmpty || participations.count == members, "participations", with: ["totals"],
            .valueConflict,
            allowed: "as many as the totals count: \(members)")
    }
}

extension CohortTotals {
    init(_ keys: Keys) {
        let started = keys.optional("started")?.integer(0...10_000)
        let completed = keys.optional("completed")?.integer(0...10_000)
        let permanent = keys.optional("permanent")?.integer(0...10_000)
        let most = started ?? .max
        keys.check(
            completed ?? 0 <= most, "completed", with: ["started"], .valueRange, allowed: "at most \(most), who started"
        )
        keys.check(
            permanent ?? 0 <= most, "permanent", with: ["started"], .valueRange, allowed: "at most \(most), who started"
        )
        self.init(
            members: keys.optional("members")?.integer(0...1000), started: started, completed: completed,
            permanent: permanent)
    }
}

extension Keys {
    /// A cohort lasts as long as its programme's rules allow, in whole months.
    func checkCohorts(_ definition: ConsortiumDefinition) {
        let programmes = sound("programmes", definition.programmes).map(\.item)
        for (place, cohort) in sound("cohorts", definition.cohorts) {
            let programme = programmes.first { $0.slug == cohort.programme }
            guard let period = cohort.period, let months = programme?.rules.months else { continue }
            if let length = period.wholeMonths, months.contains(length) { continue }
            place.report(
                .valueConflict, found: "a period from \(period.start) to \(period.end)",
                allowed: "\(months.words) whole months, as the programme has it")
        }
    }
}
