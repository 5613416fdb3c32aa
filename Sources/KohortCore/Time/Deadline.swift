/// A date in a zone that ends at 24:00 that day (product.md, rules of reading).
package struct Deadline: Hashable, Sendable, Codable {
    package let date: LocalDate
    package let zone: Zone

    package init(_ date: LocalDate, in zone: Zone) { (self.date, self.zone) = (date, zone) }

    /// The first instant that is too late.
    package var end: Instant { zone.start(of: date.adding(days: 1)) }

    /// Whether something that arrived then was in time; `arrival` is when a request's headers had been read.
    package func admits(_ arrival: Instant) -> Bool { arrival < end }

    /// Throws `tooLate` with the deadline when `arrival` is past it.
    package func check(_ arrival: Instant) throws(Rejection) {
        if !admits(arrival) { throw .tooLate(self) }
    }
}
