import KohortCore

/// When KS's demo cohort runs: eighteen months, of which about half have passed.
struct DemoMonths: Sendable {
    static let cohort = "ks-cohort-demo"
    let zone: Zone
    let today: LocalDate
    let start: LocalDate

    init(around now: Instant, in zone: Zone) {
        self.zone = zone
        today = zone.date(at: now)
        let day = today.adding(days: -260)
        start = day.adding(days: 1 - day.day)
    }

    /// So many months and then days after the first.
    func day(_ months: Int, _ days: Int = 0) -> LocalDate { start.adding(months: months).adding(days: days) }

    /// That day or the Tuesday after it: gatherings are on working days.
    func tuesday(_ months: Int, _ days: Int) -> LocalDate {
        let day = day(months, days)
        return day.adding(days: (9 - day.weekday) % 7)
    }

    /// The cohort as a definition file has it.
    var yaml: String {
        """
        cohorts:
          - !assumed
            slug: \(Self.cohort)
            programme: ks-2011
            state: running
            number: 6
            period: {from: \(start), to: \(day(18))}
            participations: [fjordvik, lyngmo, granheim, solstrand, bergset]
        """
    }
}
