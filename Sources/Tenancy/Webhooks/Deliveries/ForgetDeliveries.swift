import KohortCore
import KohortStore

/// Removes deliveries that have ended, with their log, when they are old; the events stay in the journal.
package struct ForgetDeliveries: Command {
    package static let permission = Permission.deliverWebhooks
    package static let events: [any Event.Type] = []
    package var scope: Scope { .consortium }
    /// How long they are kept after their end.
    package static let keptDays = 30

    package init() {}

    package func perform(in write: borrowing Write) throws -> Int {
        let before = write.now.adding(days: -Self.keptDays)
        try write.execute(
            """
            delete from webhook_attempt where delivery in (select id from webhook_delivery where ended_at < \(before))
            """)
        return try write.execute("delete from webhook_delivery where ended_at < \(before)")
    }
}
