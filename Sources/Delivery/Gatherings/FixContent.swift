import KohortCore
import KohortStore

/// Says what a gathering is about; before it begins (KS11-32).
package struct FixContent: Command {
    package static let permission = Permission.planGathering
    package static let events: [any Event.Type] = [GatheringContentFixed.self]
    package var scope: Scope { .consortium }
    package let gathering: GatheringID
    package let content: String

    package init(gathering: GatheringID, content: String) { (self.gathering, self.content) = (gathering, content) }

    package func perform(in write: borrowing Write) throws -> Done {
        var (gathering, plan) = try write.openGathering(gathering)
        guard plan.today(write.now) < gathering.days.first else { throw Rejection.conflict("gathering.begun") }
        var problems: [FieldProblem] = []
        gathering.content = WrittenText.required(content, field: "content", problems: &problems)
        try problems.throwIfAny()
        gathering.contentFixedAt = write.now
        try write.update(gathering)
        try write.record(GatheringContentFixed(gathering))
        return Done()
    }
}

extension WrittenText {
    /// Several lines of which there must be some.
    static func required(_ text: String, field: String, problems: inout [FieldProblem]) -> String {
        let written = prose(text, field: field, problems: &problems)
        if written.isEmpty { problems.append(FieldProblem(field, "text.required")) }
        return written
    }
}
