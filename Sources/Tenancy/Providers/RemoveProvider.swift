import KohortCore
import KohortStore

/// Takes a provider away: nobody comes in by it from the next request on. Who is signed in stays so.
package struct RemoveProvider: Command {
    package static let permission = Permission.manageProviders
    package static let events: [any Event.Type] = [ProviderRemoved.self]
    package var scope: Scope { .consortium }
    package let slug: Slug

    package init(slug: Slug) { self.slug = slug }

    package func perform(in write: borrowing Write) throws -> Done {
        guard try write.execute("delete from identity_provider where slug = \(slug)") > 0 else {
            throw Rejection.notFound
        }
        try write.record(ProviderRemoved(consortium: write.tenant, provider: slug))
        return Done()
    }
}
