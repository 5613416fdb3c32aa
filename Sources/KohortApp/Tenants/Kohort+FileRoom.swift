import KohortCore
import KohortStore
import Tenancy

extension Kohort {
    /// How many bytes of files a tenant may take yet.
    package func fileRoom(of open: TenantStore, at now: Instant) async throws -> Int64 {
        let held = try await open.store.fetch(FilesHeld(), by: .system, at: now)
        return max(0, settings.files.quota(of: open.tenant.slug) - held)
    }
}
