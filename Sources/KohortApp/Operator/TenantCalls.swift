import KohortCore
import KohortStore
import Tenancy

/// A tenant as the operator sees it; times as text, in UTC.
package struct TenantLine: Sendable, Codable, Hashable {
    package let slug: Slug
    package let state: TenantState
    package let id: TenantID
    package let createdAt: String
    /// When a deleted one can no longer be restored.
    package let purgeAt: String?

    init(_ tenant: Tenant) {
        (slug, state, id) = (tenant.slug, tenant.state, tenant.id)
        (createdAt, purgeAt) = (tenant.createdAt.description, tenant.purgeAt?.description)
    }
}

/// All tenants.
package struct ListTenants: OperatorCall {
    package init() {}
    package func answer(in kohort: Kohort) async throws -> [TenantLine] {
        try await kohort.allTenants().map(TenantLine.init)
    }
}

/// One tenant.
package struct ShowTenant: OperatorCall {
    package let slug: Slug
    package init(slug: Slug) { self.slug = slug }
    package func answer(in kohort: Kohort) async throws -> TenantLine { TenantLine(try await kohort.require(slug)) }
}

/// Suspends, resumes, deletes or restores a tenant; it acts on the next request.
package struct ChangeTenantState: OperatorCall {
    package let slug: Slug
    package let state: TenantState
    /// The state that it must be in now: what resumes a tenant does not take a deletion back unasked.
    package let present: TenantState?

    package init(slug: Slug, to state: TenantState, from present: TenantState? = nil) {
        (self.slug, self.state, self.present) = (slug, state, present)
    }

    package func answer(in kohort: Kohort) async throws -> TenantLine {
        guard state != .purged else {
            throw OperatorProblem("tenant.purge", ["Use the purge, which waits for its date."])
        }
        let tenant = try await kohort.require(slug)
        if let present, tenant.state != present {
            throw OperatorProblem(conflict: "tenant.is_\(tenant.state.rawValue)")
        }
        let move = MoveTenant(slug: slug, to: state, keptDays: kohort.settings.deletedKeptDays)
        return TenantLine(try await kohort.registry.perform(move, by: .operator, at: kohort.clock.now))
    }
}

/// Removes for good the deleted tenants whose time to be restored is over. The registry is moved last, so that a
/// purge that was interrupted is done again.
package struct PurgeDeletedTenants: OperatorCall {
    package init() {}

    package func answer(in kohort: Kohort) async throws -> [Slug] {
        let now = kohort.clock.now
        let due = try await kohort.allTenants().filter { $0.state == .deleted && ($0.purgeAt ?? now) <= now }
        var purged: [Slug] = []
        for tenant in due {
            await kohort.close(tenant.id)
            try kohort.engine.remove(tenant.id)
            if try await bury(tenant, in: kohort, at: now) { purged.append(tenant.slug) }
        }
        return purged
    }

    /// False when another daemon has done it meanwhile.
    private func bury(_ tenant: Tenant, in kohort: Kohort, at now: Instant) async throws -> Bool {
        do {
            _ = try await kohort.registry.perform(MoveTenant(slug: tenant.slug, to: .purged), by: .operator, at: now)
            return true
        } catch Rejection.conflict { return false }
    }
}

extension Kohort {
    /// In whatever state they are, by slug.
    func allTenants() async throws -> [Tenant] {
        try await registry.fetch(TenantList(), by: .operator, at: clock.now)
    }

    /// The tenant with this slug in whatever state it is, or a problem that names it.
    func require(_ slug: Slug) async throws -> Tenant {
        guard let tenant = try await find(slug) else {
            throw OperatorProblem("tenant.unknown", ["There is no tenant \(slug)."])
        }
        return tenant
    }
}
