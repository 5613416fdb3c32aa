import KohortCore
import Tenancy

/// Dates, times and numbers as people of a language write them. Times are the tenant's.
struct Format: Sendable {
    let language: Language
    let zone: Zone

    /// `14. februar 2027`
    func date(_ date: LocalDate) -> String { "\(dayAndMonth(date)) \(date.year)" }

    /// `søndag 14. februar 2027`
    func day(_ date: LocalDate) -> String { "\(FormatWords.weekday(date.weekday, in: language)) \(self.date(date))" }

    /// `14.2.`, `14/2` or `14 Feb`, where a column is narrow and the whole date stands nearby.
    func shortDay(_ date: LocalDate) -> String {
        switch language {
        case .nb: "\(date.day).\(date.month)."
        case .sv: "\(date.day)/\(date.month)"
        case .en: "\(date.day) \(FormatWords.month(date.month, in: .en).prefix(3))"
        }
    }

    /// `februar 2027`
    func month(_ date: LocalDate) -> String { "\(FormatWords.month(date.month, in: language)) \(date.year)" }

    /// `feb`, where the months of a year stand side by side.
    func shortMonth(_ date: LocalDate) -> String { String(FormatWords.month(date.month, in: language).prefix(3)) }

    /// `28.–29. august 2006`, with as much twice as differs.
    func days(_ first: LocalDate, _ last: LocalDate) -> String {
        if first == last { return date(first) }
        if first.year != last.year { return "\(date(first)) – \(date(last))" }
        if first.month != last.month { return "\(dayAndMonth(first)) – \(date(last))" }
        return "\(ordinal(first.day))–\(date(last))"
    }

    /// `14. februar 2027 kl. 23.59`
    func time(_ instant: Instant) -> String { clock(instant, parts: 2) }

    /// To the second, where a second may count: `14. februar 2027 kl. 23.59.58`
    func exactTime(_ instant: Instant) -> String { clock(instant, parts: 3) }

    private func clock(_ instant: Instant, parts: Int) -> String {
        let (date, second) = zone.wallClock(at: instant)
        let numbers = [second / 3600, second / 60 % 60, second % 60].prefix(parts)
        let clock = numbers.map { $0 < 10 ? "0\($0)" : "\($0)" }
        switch language {
        case .nb, .sv: return "\(self.date(date)) kl. \(clock.joined(separator: "."))"
        case .en: return "\(self.date(date)) at \(clock.joined(separator: ":"))"
        }
    }

    private func dayAndMonth(_ date: LocalDate) -> String {
        "\(ordinal(date.day)) \(FormatWords.month(date.month, in: language))"
    }

    /// Norwegian marks a day's number with a full stop; Swedish and English do not.
    private func ordinal(_ day: Int) -> String { language == .nb ? "\(day)." : "\(day)" }
}

extension Visit {
    var format: Format { Format(language: language, zone: consortium.profile.timeZone) }
}
