import KohortCore
import KohortStore

/// Notes that somebody's sign-in is in use, so that it does not end as idle.
package struct NoteVisit: Command {
    package static let permission = Permission.signIn
    package static let events: [any Event.Type] = []
    package var scope: Scope { .consortium }
    package let signIn: SignInID

    package init(signIn: SignInID) { self.signIn = signIn }

    package func perform(in write: borrowing Write) throws -> Done {
        try write.execute(
            "update sign_in set seen_at = \(write.now) where id = \(signIn) and seen_at < \(write.now)")
        return Done()
    }
}
