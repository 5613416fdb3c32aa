import KohortCore
import KohortStore

extension Demand: Record {
    package static let table: StaticString = "demand"
    package static let columns: [StaticString] = [
        "id", "round", "organisation", "title", "field", "competence", "place", "asked", "positions", "state",
        "is_late", "stated_at", "decided_at",
    ]

    package init(_ tuple: borrowing Tuple) throws {
        id = try tuple[0]
        round = try tuple[1]
        organisation = try tuple[2]
        terms = DemandTerms(
            title: try tuple[3], field: try tuple[4], competence: try tuple[5], place: try tuple[6], asked: try tuple[7]
        )
        positions = try tuple[8]
        state = try tuple[9]
        isLate = try tuple[10]
        statedAt = try tuple[11]
        decidedAt = try tuple[12]
    }

    package var values: [SQLValue] {
        [
            id.sqlValue, round.sqlValue, organisation.sqlValue, terms.title.sqlValue, terms.field.sqlValue,
            terms.competence.sqlValue, terms.place.sqlValue, terms.asked.sqlValue, positions.sqlValue, state.sqlValue,
            isLate.sqlValue, statedAt.sqlValue, decidedAt.sqlValue,
        ]
    }
}

extension Demand {
    /// How many places the approved demands of a round have together.
    static func positions(in round: RoundID, _ read: borrowing Read) throws -> Int {
        try read.count(
            """
            select cast(coalesce(sum(positions), 0) as bigint) from demand
            where round = \(round) and state = \(DemandState.approved)
            """)
    }

    /// The employers of a round: whose demand in it is approved.
    static func employers(in round: RoundID, _ read: borrowing Read) throws -> Set<OrganisationID> {
        let sql: SQL = """
            select distinct organisation from demand where round = \(round) and state = \(DemandState.approved)
            """
        return Set(try read.all(sql) { try $0[0] as OrganisationID })
    }
}
