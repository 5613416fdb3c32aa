import KohortCore

extension OrganisationNumber.Country {
    /// The date that is so many working days after `date`, which does not count itself; none gives the date itself.
    package func date(_ workingDays: Int, workingDaysAfter date: LocalDate) -> LocalDate {
        var (day, left) = (date, workingDays)
        while left > 0 {
            day = day.adding(days: 1)
            if isWorkingDay(day) { left -= 1 }
        }
        return day
    }

    package func isWorkingDay(_ date: LocalDate) -> Bool {
        guard date.weekday <= 5 else { return false }
        return switch self {
        case .norway: !Self.isNorwegianHoliday(date)
        case .sweden: !Self.isSwedishHoliday(date)
        }
    }

    /// Lov 1995-02-24 nr. 12 om helligdager; 1 and 17 May by lov 1947-04-26 nr. 1. Those that always fall on a weekend
    /// are left out.
    private static func isNorwegianHoliday(_ date: LocalDate) -> Bool {
        switch (date.month, date.day) {
        case (1, 1), (5, 1), (5, 17), (12, 25), (12, 26): true
        default: [-3, -2, 1, 39, 50].contains(date.daysAfterEaster)
        }
    }

    /// Lag (1989:253) om allmänna helgdagar, and the eves that lag (1930:173) counts with them. Those that always fall
    /// on a weekend are left out.
    private static func isSwedishHoliday(_ date: LocalDate) -> Bool {
        switch (date.month, date.day) {
        case (1, 1), (1, 6), (5, 1), (6, 6), (12, 24), (12, 25), (12, 26), (12, 31): true
        case (6, 19...25) where date.weekday == 5: true
        default: [-2, 1, 39].contains(date.daysAfterEaster)
        }
    }
}

extension LocalDate {
    /// Negative before Easter Sunday of the same year.
    fileprivate var daysAfterEaster: Int { daysSince1970 - (Easter.sunday(of: year)?.daysSince1970 ?? 0) }
}
