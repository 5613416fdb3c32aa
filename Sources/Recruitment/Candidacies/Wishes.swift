import KohortCore
import KohortStore

/// The places that a candidacy names, in order of wish.
enum Wishes {
    /// What is wrong with a list: `wishes.too_many`, `wishes.duplicate`, or `wishes.unknown` for a place that is no
    /// vacancy of the round. An empty list is right in a draft.
    static func problems(_ wishes: [DemandID], vacancies: Set<DemandID>, largestCount: Int) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        if wishes.count > largestCount {
            problems.append(FieldProblem("wishes", "wishes.too_many", ["limit": String(largestCount)]))
        }
        if Set(wishes).count < wishes.count { problems.append(FieldProblem("wishes", "wishes.duplicate")) }
        if !vacancies.isSuperset(of: wishes) { problems.append(FieldProblem("wishes", "wishes.unknown")) }
        return problems
    }

    static func of(_ candidacy: CandidacyID, in read: borrowing Read) throws -> [DemandID] {
        try read.all(Wish.self, "where candidacy = \(candidacy) order by position").map(\.demand)
    }

    static func replace(_ wishes: [DemandID], of candidacy: CandidacyID, in write: borrowing Write) throws {
        try write.execute("delete from candidacy_wish where candidacy = \(candidacy)")
        for (index, demand) in wishes.enumerated() {
            try write.insert(Wish(candidacy: candidacy, position: index + 1, demand: demand))
        }
    }
}
