import KohortCore
import KohortStore

/// One round's call, for everyone; one that is over can still be read. Throws `notFound` while it is not published.
package struct PublishedCall: Query {
    package static let permission = Permission.readCalls
    package let scope = Scope.consortium
    package let round: RoundReference

    package init(_ round: RoundReference) { self.round = round }

    package func fetch(in read: borrowing Read) throws -> Call { try Call.published(round, in: read) }
}
