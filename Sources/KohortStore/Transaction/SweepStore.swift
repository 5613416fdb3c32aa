import KohortCore

extension Permission {
    package static let sweepStore = Permission("store.sweep")
}

/// Removes rows of the store's own that can serve nobody any more: kept outcomes that have run out, and counts of
/// files without a use. It tells nothing that the journal would have to remember.
package struct SweepStore: Command {
    package static let permission = Permission.sweepStore
    package static let events: [any Event.Type] = []
    package var scope: Scope { .consortium }

    package init() {}

    package func perform(in write: borrowing Write) throws -> Done {
        try Idempotency.sweep(in: write)
        try FileReferences.sweep(in: write)
        return Done()
    }
}
