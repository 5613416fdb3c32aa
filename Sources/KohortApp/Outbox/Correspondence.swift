import KohortOutbound
import KohortStore

/// Who writes the words of a letter, from what its ids lead to now; joined by the daemon. Nil when there is nothing
/// left to say, such as an offer to somebody who has been erased since.
package struct Correspondence: Sendable {
    package let compose: @Sendable (LeaseMessages.Leased, TenantStore) async throws -> Mail?

    package init(_ compose: @escaping @Sendable (LeaseMessages.Leased, TenantStore) async throws -> Mail?) {
        self.compose = compose
    }
}
