import KohortCore
import KohortStore

extension Permission {
    package static let administerTenants = Permission("registry.tenant.administer")
    package static let readTenants = Permission("registry.tenant.read")
}

/// A tenant of the installation changed its state.
package struct TenantMoved: Event {
    package static let name = "registry.tenant.moved"
    package let tenant: TenantID
    package let state: TenantState
    package var subject: Subject { Subject("tenant", tenant) }
    package var audience: Audience { .internal }
}

/// Enters a new tenant in the registry; of two that want the same slug the second is refused.
package struct RegisterTenant: Command {
    package static let permission = Permission.administerTenants
    package static let events: [any Event.Type] = [TenantMoved.self]
    package var scope: Scope { .consortium }
    package let id: TenantID
    package let slug: Slug
    /// One that was brought from elsewhere begins suspended.
    package let state: TenantState

    package init(id: TenantID, slug: Slug, state: TenantState = .active) {
        (self.id, self.slug, self.state) = (id, slug, state)
    }

    package func perform(in write: borrowing Write) throws -> Tenant {
        if try write.first(Tenant.self, "where slug = \(slug)") != nil { throw Rejection.conflict("tenant.slug_taken") }
        let tenant = Tenant(id: id, slug: slug, state: state, createdAt: write.now)
        try write.insert(tenant)
        try write.record(TenantMoved(tenant: id, state: state))
        return tenant
    }
}

/// Suspends, resumes, deletes, restores or purges a tenant.
package struct MoveTenant: Command {
    package static let permission = Permission.administerTenants
    package static let events: [any Event.Type] = [TenantMoved.self]
    package var scope: Scope { .consortium }
    package let slug: Slug
    package let state: TenantState
    /// For `deleted`: how many days it can be restored.
    package let keptDays: Int

    package init(slug: Slug, to state: TenantState, keptDays: Int = 30) {
        (self.slug, self.state, self.keptDays) = (slug, state, keptDays)
    }

    package func perform(in write: borrowing Write) throws -> Tenant {
        guard let tenant = try write.first(Tenant.self, "where slug = \(slug)") else { throw Rejection.notFound }
        if state == .active, let purgeAt = tenant.purgeAt, purgeAt <= write.now {
            throw Rejection.conflict("tenant.kept_time_over")
        }
        let purgeAt = state == .deleted ? write.now.adding(days: keptDays) : nil
        let moved = try tenant.moved(to: state, purgeAt: purgeAt)
        try write.update(moved)
        try write.record(TenantMoved(tenant: tenant.id, state: state))
        return moved
    }
}

/// Whether the registry has, or had, a tenant of this id.
package struct IsTenantKnown: Query {
    package static let permission = Permission.readTenants
    package let scope = Scope.consortium
    package let id: TenantID

    package init(id: TenantID) { self.id = id }

    package func fetch(in read: borrowing Read) throws -> Bool {
        try read.first(Tenant.self, "where id = \(id)") != nil
    }
}

/// All tenants, by slug; purged ones are only tombstones and not listed.
package struct TenantList: Query {
    package static let permission = Permission.readTenants
    package let scope = Scope.consortium

    package init() {}

    package func fetch(in read: borrowing Read) throws -> [Tenant] {
        try read.all(Tenant.self, "where state <> 'purged' order by slug")
    }
}
