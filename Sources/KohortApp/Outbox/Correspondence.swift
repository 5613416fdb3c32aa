import KohortOutbound
import KohortStore
import Tenancy

/// Who writes the words of a letter, from what its ids lead to now; joined by the daemon. Nil when there is nothing
/// left to say, such as an offer to somebody who has been erased since.
package struct Correspondence: Sendable {
    package let compose: @Sendable (LeaseMessages.Leased, TenantStore) async throws -> Mail?

    /// What was leased from one tenant is not written with another's words: `StoreFault.foreign`.
    package init(_ compose: @escaping @Sendable (LeaseMessages.Leased, TenantStore) async throws -> Mail?) {
        self.compose = { message, open in
            guard message.tenant == open.tenant.id else { throw StoreFault.foreign("message \(message.id)") }
            return try await compose(message, open)
        }
    }
}
