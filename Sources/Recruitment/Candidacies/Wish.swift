import KohortCore
import KohortStore

/// One of the places that a candidacy names, in order of wish from 1. Its key is candidacy and position together, so
/// a list of wishes is replaced as a whole.
package struct Wish: Record, Hashable {
    package static let table: StaticString = "candidacy_wish"
    package static let columns: [StaticString] = ["candidacy", "position", "demand"]

    package let candidacy: CandidacyID
    package let position: Int
    package let demand: DemandID

    package init(candidacy: CandidacyID, position: Int, demand: DemandID) {
        (self.candidacy, self.position, self.demand) = (candidacy, position, demand)
    }

    package init(_ tuple: borrowing Tuple) throws {
        self.init(candidacy: try tuple[0], position: try tuple[1], demand: try tuple[2])
    }

    package var values: [SQLValue] { [candidacy.sqlValue, position.sqlValue, demand.sqlValue] }
}
