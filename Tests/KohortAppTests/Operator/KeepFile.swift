import KohortCore
import KohortStore

/// Counts one use of a content, as every command does that refers to one.
struct KeepFile: Command {
    static let permission = Permission.sendOutbox
    static let events: [any Event.Type] = []
    var scope: Scope { .consortium }
    let file: StoredFile

    func perform(in write: borrowing Write) throws -> Done {
        try write.retain(file)
        return Done()
    }
}
