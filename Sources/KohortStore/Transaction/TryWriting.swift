import KohortCore

/// Finds out whether anything can be stored, with a row that goes again in the same transaction: its pages are written
/// all the same.
package struct TryWriting: Command {
    package static let permission = Permission.sweepStore
    package static let events: [any Event.Type] = []
    package var scope: Scope { .consortium }

    package init() {}

    package func perform(in write: borrowing Write) throws -> Done {
        let key = DocumentID.new().description
        try write.execute(
            """
            insert into idempotency (actor, key, command, fingerprint, outcome, at)
            values ('system:', \(key), \(Self.name), '', '', \(write.now))
            """)
        try write.execute("delete from idempotency where actor = 'system:' and key = \(key)")
        return Done()
    }
}
