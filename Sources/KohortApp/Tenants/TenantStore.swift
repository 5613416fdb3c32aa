import KohortCore
import KohortStore
import Tenancy

/// A tenant that is open: its row of the registry, its database and its files.
package struct TenantStore: Sendable {
    package let tenant: Tenant
    package let store: Store
    package let files: Files
    /// The store's when this was lent.
    package let version: UInt64
}
