import KohortCore

/// When the demo's cohort in delivery runs: eighteen months of which nearly six have passed.
struct DemoMonths: Sendable {
    static let cohort = "ks-cohort-demo"
    let zone: Zone
    let start: LocalDate
    var end: LocalDate { start.adding(months: 18) }

    init(around now: Instant, in zone: Zone) {
        self.zone = zone
        let day = zone.date(at: now).adding(days: -175)
        start = day.adding(days: 1 - day.day)
    }

    /// The cohort as a definition has it.
    var yaml: String {
        """

        cohorts:
          - !assumed
            slug: \(Self.cohort)
            programme: ks-2011
            state: running
            number: 6
            period: {from: \(start), to: \(end)}

        """
    }
}
