import Foundation

/// A tenant's time zone by its IANA name, such as Europe/Stockholm.
package struct Zone: Hashable, Sendable, Codable, CustomStringConvertible {
    private let zone: TimeZone

    package init?(_ name: String) {
        guard name.contains("/"), let zone = TimeZone(identifier: name) else { return nil }
        self.zone = zone
    }

    package static let stockholm = Zone(zone: TimeZone(identifier: "Europe/Stockholm") ?? .gmt)
    package static let oslo = Zone(zone: TimeZone(identifier: "Europe/Oslo") ?? .gmt)
    private init(zone: TimeZone) { self.zone = zone }

    package var description: String { zone.identifier }

    /// The wall clock at an instant: the date, and the seconds since its midnight as a clock shows them.
    package func wallClock(at instant: Instant) -> (date: LocalDate, secondOfDay: Int) {
        let seconds = Int(instant.milliseconds.quotientAndModulus(1000).quotient) + offset(at: instant)
        let (days, rest) = seconds.quotientAndModulus(86_400)
        return (LocalDate(daysSince1970: days), rest)
    }

    package func date(at instant: Instant) -> LocalDate { wallClock(at: instant).date }

    /// The first instant of a date. Clocks change at night, in some zones at midnight itself: of the offsets before and
    /// after it, the one that counts leads to the date, and the earlier where both do.
    package func start(of date: LocalDate) -> Instant {
        let utc = Instant(milliseconds: Int64(date.daysSince1970) * 86_400_000)
        let starts = [-1, 1].map { utc.adding(.seconds(-offset(at: utc.adding(days: $0)))) }
        return starts.filter { self.date(at: $0) == date }.min() ?? starts[0]
    }

    private func offset(at instant: Instant) -> Int {
        zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant.milliseconds) / 1000))
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let zone = Zone(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "not a time zone, such as Europe/Oslo")
        }
        self = zone
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
