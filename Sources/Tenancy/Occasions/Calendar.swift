import KohortCore
import KohortStore

/// The consortium's public dates that are not over, the nearest first.
package struct Calendar: Query {
    package static let permission = Permission.readFront
    package let scope = Scope.consortium
    /// The first day that is still of interest; nil for all, also those of the past.
    package let from: LocalDate?

    package init(from: LocalDate? = nil) { self.from = from }

    package func fetch(in read: borrowing Read) throws -> [Occasion] {
        let chosen: SQL = from.map { "where last_day >= \($0)" } ?? ""
        return try read.all(Occasion.self, "\(chosen) order by first_day, last_day, slug")
    }
}
