import KohortCore
import KohortStore

/// One round as the lead sees it: its dates, its channels and how far it has come.
package struct RoundDetail: KeptQuery {
    package struct Answer: Hashable, Sendable {
        package let round: Round
        package let channels: [Slug]
        /// How many demands there are in each state; a state without any is left out.
        package let demands: [DemandState: Int]
        /// The places that are approved.
        package let positions: Int
        /// The organisations with an approved demand.
        package let employers: Int
        /// How many candidacies there are in each state; a state without any is left out.
        package let candidacies: [CandidacyState: Int]
    }

    package static let permission = Permission.readRounds
    package let scope = Scope.consortium
    package let round: RoundReference

    package init(round: RoundReference) { self.round = round }

    package func fetch(in read: borrowing Read) throws -> Answer {
        let round = try read.find(round)
        return Answer(
            round: round, channels: try RoundChannels.of(round.id, in: read),
            demands: try read.tally("select state, count(*) from demand where round = \(round.id) group by state"),
            positions: try Demand.positions(in: round.id, read),
            employers: try Demand.employers(in: round.id, read).count,
            candidacies: try read.tally(
                "select state, count(*) from candidacy where round = \(round.id) group by state"))
    }
}

extension Read {
    /// Counts by a key that stands in the first column.
    func tally<Key: Storable & Hashable>(_ sql: SQL) throws -> [Key: Int] {
        Dictionary(uniqueKeysWithValues: try all(sql) { (try $0[0] as Key, try $0[1] as Int) })
    }
}
