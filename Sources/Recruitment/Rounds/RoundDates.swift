import KohortCore
import KohortStore

/// The key dates of the calls that are out, for everyone; the nearest deadline first.
package struct RoundDates: Query {
    package static let permission = Permission.readCalls
    package let scope = Scope.consortium

    package init() {}

    package func fetch(in read: borrowing Read) throws -> [Call] { try Call.published(in: read) }
}
