import KohortCore
import KohortStore

/// Marks a matter as settled, with a word on how.
package struct SettleMatter: Command {
    package static let permission = Permission.settleMatter
    package static let events: [any Event.Type] = [MatterSettled.self]
    package var scope: Scope { .consortium }

    package let id: MatterID
    package let settlement: String

    package init(id: MatterID, settlement: String) { (self.id, self.settlement) = (id, settlement) }

    package func perform(in write: borrowing Write) throws -> Done {
        var problems: [FieldProblem] = []
        let settlement = WrittenText.prose(settlement, field: "settlement", limit: 2000, problems: &problems)
        try problems.throwIfAny()
        var matter = try write.find(Matter.self, id)
        if matter.settledAt != nil { throw Rejection.conflict("matter.settled") }
        (matter.settledAt, matter.settlement) = (write.now, settlement)
        try write.update(matter)
        try write.record(MatterSettled(matter: id))
        return Done()
    }
}
