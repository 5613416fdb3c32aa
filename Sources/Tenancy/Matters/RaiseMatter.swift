import KohortCore
import KohortStore

/// Adds a matter to clarify (KS06-2).
package struct RaiseMatter: Command {
    package static let permission = Permission.raiseMatter
    package static let events: [any Event.Type] = [MatterRaised.self]
    package var scope: Scope { .consortium }

    package let id: MatterID
    package let kind: MatterKind
    package let title: String
    package let language: Language
    package let programme: ProgrammeID?

    package init(id: MatterID, kind: MatterKind, title: String, language: Language, programme: ProgrammeID? = nil) {
        (self.id, self.kind, self.title) = (id, kind, title)
        (self.language, self.programme) = (language, programme)
    }

    package func perform(in write: borrowing Write) throws -> Done {
        var problems: [FieldProblem] = []
        let title = WrittenText.line(title, field: "title", problems: &problems)
        try problems.throwIfAny()
        if let programme { _ = try write.find(Programme.self, programme) }
        try write.insert(
            Matter(
                id: id, kind: kind, title: LocalizedText(title, in: language), programme: programme,
                raisedAt: write.now))
        try write.record(MatterRaised(matter: id, kind: kind, programme: programme))
        return Done()
    }
}
