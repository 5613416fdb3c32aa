import KohortCore

extension Instant {
    /// In UTC as mail writes it (RFC 5322 §3.3), in whole seconds, by words: `Mon, 14 Feb 2011 22:59:59 +0000`.
    var mailDate: [String] {
        let seconds = Int(milliseconds / 1000)
        let date = LocalDate(daysSince1970: seconds / 86_400)
        let time = [seconds / 3600 % 24, seconds / 60 % 60, seconds % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return [
            Self.weekdays[date.weekday - 1] + ",", String(date.day), Self.months[date.month - 1], String(date.year),
            time.joined(separator: ":"), "+0000",
        ]
    }

    private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
}
