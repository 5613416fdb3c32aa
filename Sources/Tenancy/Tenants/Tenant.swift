import KohortCore
import KohortStore

/// Where a tenant stands.
package enum TenantState: String, Sendable, Codable, Storable, CaseIterable {
    case active
    /// Answers nobody until it is resumed; nothing is lost.
    case suspended
    /// Unreachable; can be restored until its `purge_at`.
    case deleted
    /// Gone for good. The row stays so that the slug is never given to somebody else.
    case purged
}

/// A consortium in the registry.
package struct Tenant: Record, Hashable, Codable {
    package static let table: StaticString = "tenant"
    package static let columns: [StaticString] = ["id", "slug", "state", "created_at", "purge_at"]

    package let id: TenantID
    package let slug: Slug
    package let state: TenantState
    package let createdAt: Instant
    package let purgeAt: Instant?

    package init(id: TenantID, slug: Slug, state: TenantState, createdAt: Instant, purgeAt: Instant? = nil) {
        (self.id, self.slug, self.state) = (id, slug, state)
        (self.createdAt, self.purgeAt) = (createdAt, purgeAt)
    }

    package init(_ tuple: borrowing Tuple) throws {
        id = try tuple[0]
        slug = try tuple[1]
        state = try tuple[2]
        createdAt = try tuple[3]
        purgeAt = try tuple[4]
    }

    package var values: [SQLValue] {
        [id.sqlValue, slug.sqlValue, state.sqlValue, createdAt.sqlValue, purgeAt.sqlValue]
    }

    /// The same tenant in another state, if that step is allowed: active ⇄ suspended, either → deleted → active or purged.
    func moved(to next: TenantState, purgeAt: Instant? = nil) throws(Rejection) -> Tenant {
        let allowed: [TenantState] =
            switch state {
            case .active: [.suspended, .deleted]
            case .suspended: [.active, .deleted]
            case .deleted: [.active, .purged]
            case .purged: []
            }
        guard allowed.contains(next) else { throw .conflict("tenant.is_\(state.rawValue)") }
        return Tenant(id: id, slug: slug, state: next, createdAt: createdAt, purgeAt: purgeAt)
    }

    static let migration = Migration(
        "tenants",
        [
            """
            create table tenant (id \(.text) primary key, slug \(.text) not null unique, state \(.text) not null, \
            created_at \(.integer) not null, purge_at \(.integer), \
            check (state in ('active', 'suspended', 'deleted', 'purged')), \
            check ((state = 'deleted') = (purge_at is not null)))
            """
        ])
}
