import KohortCore
import KohortStore

/// A statement that no command of ours would make.
struct Tampering: Command {
    static let permission = Permission("test.tamper")
    static let events: [any Event.Type] = []
    var scope: Scope { .consortium }
    let statement: String

    init(_ statement: String) { self.statement = statement }

    func perform(in write: borrowing Write) throws -> Done {
        try write.execute(SQL(stringLiteral: statement))
        return Done()
    }
}
