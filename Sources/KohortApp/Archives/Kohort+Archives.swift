import KohortCore
import KohortStore
import Tenancy

extension Kohort {
    /// Reads an archive from end to end, on a thread that may wait for a disk.
    func verify(_ archive: Archive) async throws -> (head: ArchiveHead, end: ArchiveEnd) {
        try await threads.files.run { _ in try archive.verify() }
    }

    /// Makes a suspended tenant of an archive, under the archive's own id unless that is known here already. What waited
    /// to be sent when a backup was made is held: some of it may have gone out since.
    func take(_ archive: Archive, as slug: Slug?) async throws -> Tenant {
        let head = try await verify(archive).head
        let slug = slug ?? head.slug
        if try await find(slug) != nil { throw OperatorProblem(conflict: "tenant.slug_taken") }
        let isKnown = try await registry.fetch(IsTenantKnown(id: head.tenant), by: .operator, at: clock.now)
        let id = isKnown ? TenantID.new(at: clock.now) : head.tenant
        // What an import that was cut off left under an id that the registry never learnt.
        if !isKnown { try engine.remove(id) }
        try await make(id, from: archive, head) { if head.expiresAt != nil { try await self.hold($0) } }
        do {
            let entry = RegisterTenant(id: id, slug: slug, state: .suspended)
            return try await registry.perform(entry, by: .operator, at: clock.now)
        } catch {
            try engine.remove(id)
            throw error
        }
    }

    /// Puts a tenant back to what an archive of it holds, and leaves it suspended. What waited to be sent is held.
    func restore(_ tenant: Tenant, from archive: Archive) async throws {
        let head = try await verify(archive).head
        guard head.tenant == tenant.id else { throw OperatorProblem(conflict: "archive.foreign") }
        guard [.active, .suspended].contains(tenant.state) else {
            throw OperatorProblem(conflict: "tenant.is_\(tenant.state.rawValue)")
        }
        let draft = TenantID.new(at: clock.now)
        try await make(draft, from: archive, head, then: hold)
        do {
            if tenant.state == .active {
                let move = MoveTenant(slug: tenant.slug, to: .suspended)
                _ = try await registry.perform(move, by: .operator, at: clock.now)
            }
            try await replace(tenant.id, by: draft)
        } catch {
            try engine.remove(draft)
            throw error
        }
    }

    private func hold(_ store: Store) async throws {
        _ = try await store.perform(HoldMessages(problem: "restored"), by: .operator, at: clock.now)
    }

    /// A tenant's database, made by the archive's own steps, filled, and brought up to date. All of it or nothing.
    private func make(
        _ id: TenantID, from archive: Archive, _ head: ArchiveHead,
        then finish: (Store) async throws -> Void = { _ in }
    ) async throws {
        let schema = try Schema.tenant.made(by: head.steps)
        try engine.create(id, schema)
        do {
            let store = Store(tenant: id, storage: try engine.open(id), composition: composition, threads: threads)
            do {
                try await store.load(archive, made: schema, files: engine.files(of: id))
                _ = try await store.migrate(at: clock.now)
                try await finish(store)
            } catch {
                try await store.close()
                throw error
            }
            try await store.close()
        } catch {
            try engine.remove(id)
            throw error
        }
    }
}
