import KohortCore
import KohortStore
import Tenancy

/// All tenants.
package struct ListTenants: OperatorCall {
    package init() {}
    package func answer(in kohort: Kohort) async throws -> [Tenant] {
        try await kohort.registry.fetch(TenantList(), by: .operator, at: kohort.clock.now)
    }
}

/// One tenant.
package struct ShowTenant: OperatorCall {
    package let slug: Slug
    package init(slug: Slug) { self.slug = slug }
    package func answer(in kohort: Kohort) async throws -> Tenant { try await kohort.require(slug) }
}

/// Suspends, resumes, deletes or restores a tenant; it acts on the next request.
package struct ChangeTenantState: OperatorCall {
    package let slug: Slug
    package let state: TenantState

    package init(slug: Slug, to state: TenantState) { (self.slug, self.state) = (slug, state) }

    package func answer(in kohort: Kohort) async throws -> Tenant {
        guard state != .purged else {
            throw OperatorProblem("tenant.purge", ["Use the purge, which waits for its date."])
        }
        let move = MoveTenant(slug: slug, to: state, keptDays: kohort.settings.deletedKeptDays)
        return try await kohort.registry.perform(move, by: .operator, at: kohort.clock.now)
    }
}

/// Removes for good the deleted tenants whose time to be restored is over. The registry is moved last, so that a
/// purge that was interrupted is done again.
package struct PurgeDeletedTenants: OperatorCall {
    package init() {}

    package func answer(in kohort: Kohort) async throws -> [Slug] {
        let now = kohort.clock.now
        let tenants = try await kohort.registry.fetch(TenantList(), by: .operator, at: now)
        let due = tenants.filter { $0.state == .deleted && ($0.purgeAt ?? now) <= now }
        for tenant in due {
            await kohort.close(tenant.id)
            try kohort.engine.remove(tenant.id)
            _ = try await kohort.registry.perform(MoveTenant(slug: tenant.slug, to: .purged), by: .operator, at: now)
        }
        return due.map(\.slug)
    }
}

extension Kohort {
    /// The tenant with this slug in whatever state it is, or a problem that names it.
    func require(_ slug: Slug) async throws -> Tenant {
        guard let tenant = try await find(slug) else {
            throw OperatorProblem("tenant.unknown", ["There is no tenant \(slug)."])
        }
        return tenant
    }
}
