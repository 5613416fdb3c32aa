import KohortCore
import Testing

@testable import Recruitment

struct DemandTests {
    private static let stated = Demand(
        id: .new(), round: .new(), organisation: .new(), terms: .sample(asked: 3), positions: 3, state: .stated,
        isLate: false, statedAt: .stating)

    @Test func `as many as were asked for may be approved, or fewer, but not more`() throws {
        for number in [1, 3] {
            let approved = try Self.stated.approved(positions: number, at: .publishing)
            #expect(approved.positions == number)
            #expect(approved.terms.asked == 3)
            #expect(approved.decidedAt == .publishing)
        }
        for number in [0, 4] {
            #expect(throws: Rejection.invalid("positions", "number.range", ["from": "1", "to": "3"])) {
                try Self.stated.approved(positions: number, at: .publishing)
            }
        }
    }

    @Test func `what is decided is neither changed nor decided again`() throws {
        let decided = [
            try Self.stated.approved(positions: 1, at: .publishing), try Self.stated.declined(at: .publishing),
            try Self.stated.withdrawn(),
        ]
        for demand in decided {
            #expect(throws: Rejection.conflict("demand.decided")) { try demand.changed(to: .sample()) }
            #expect(throws: Rejection.conflict("demand.decided")) { try demand.approved(positions: 1, at: .stating) }
            #expect(throws: Rejection.conflict("demand.decided")) { try demand.declined(at: .stating) }
        }
    }

    @Test func `a stated or approved demand can be withdrawn, an ended one cannot`() throws {
        let approved = try Self.stated.approved(positions: 1, at: .publishing)
        #expect(try approved.withdrawn().state == .withdrawn)
        #expect(try Self.stated.withdrawn().state == .withdrawn)
        for ended in [try Self.stated.declined(at: .publishing), try Self.stated.withdrawn()] {
            #expect(throws: Rejection.conflict("demand.ended")) { try ended.withdrawn() }
        }
    }

    @Test func `a change asks for another number`() throws {
        let changed = try Self.stated.changed(to: .sample(title: "Planner", asked: 5))
        #expect(changed.terms == .sample(title: "Planner", asked: 5))
        #expect(changed.positions == 5)
    }
}
