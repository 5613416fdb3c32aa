import KohortCore
import KohortStore
import Tenancy

extension Kohort {
    /// Reads an archive from end to end, on a thread that may wait for a disk.
    func verify(_ archive: Archive) async throws -> (head: ArchiveHead, end: ArchiveEnd) {
        try await threads.files.run { _ in try archive.verify() }
    }

    /// Makes a suspended tenant of an archive, under the archive's own id unless that is known here already. What waited
    /// to be sent when a backup was made is held: some of it may have gone out since. Of two at once of one tenant's
    /// archives the second is refused.
    func take(_ archive: Archive, as slug: Slug?) async throws -> Tenant {
        let head = try await verify(archive).head
        return try await alone(head.tenant) { try await take(archive, head, as: slug ?? head.slug, $0) }
    }

    /// Made under an id of its own and put in its place at the end, where of what lies there only what was cut off goes.
    private func take(_ archive: Archive, _ head: ArchiveHead, as slug: Slug, _ claim: any PlaceClaim) async throws
        -> Tenant
    {
        if try await find(slug) != nil { throw OperatorProblem(conflict: "tenant.slug_taken") }
        let draft = TenantID.new(at: clock.now)
        try await make(draft, from: archive, head) { if head.expiresAt != nil { try await self.hold($0) } }
        do {
            let id = try await isKnown(head.tenant) ? draft : head.tenant
            if id != draft { try await replace(id, by: draft, under: claim) }
            let entry = RegisterTenant(id: id, slug: slug, state: .suspended)
            return try await registry.perform(entry, by: .operator, at: clock.now)
        } catch {
            await discard(draft, after: error)
            if (try? await atDisk { _ in try claim.check() }) != nil { await discard(head.tenant, after: error) }
            throw error
        }
    }

    /// Puts a tenant back to what an archive of it holds, and leaves it suspended. What waited to be sent is held. Where
    /// that fails the tenant goes on as it was. Of two at once the second is refused.
    func restore(_ tenant: Tenant, from archive: Archive) async throws {
        let head = try await verify(archive).head
        guard head.tenant == tenant.id else { throw OperatorProblem(conflict: "archive.foreign") }
        try await alone(tenant.id) { claim in
            _ = try await restorable(tenant.slug)
            let draft = TenantID.new(at: clock.now)
            try await make(draft, from: archive, head, then: hold)
            try await restore(tenant.slug, by: draft, under: claim)
        }
    }

    private func restore(_ slug: Slug, by draft: TenantID, under claim: any PlaceClaim) async throws {
        var present: Tenant?
        do {
            // While the archive was read somebody may have moved it.
            let tenant = try await restorable(slug)
            present = tenant
            if tenant.state == .active {
                let move = MoveTenant(slug: slug, to: .suspended)
                _ = try await registry.perform(move, by: .operator, at: clock.now)
            }
            try await replace(tenant.id, by: draft, under: claim)
        } catch {
            await discard(draft, after: error)
            guard let present else { throw error }
            throw await resumed(present, after: error)
        }
    }

    private func restorable(_ slug: Slug) async throws -> Tenant {
        let tenant = try await require(slug)
        guard [.active, .suspended].contains(tenant.state) else {
            throw OperatorProblem(conflict: "tenant.is_\(tenant.state.rawValue)")
        }
        return tenant
    }

    private func replace(_ tenant: TenantID, by draft: TenantID, under claim: any PlaceClaim) async throws {
        try await atDisk { _ in try claim.check() }
        try await replace(tenant, by: draft)
    }

    /// What a restore failed for, after the tenant is in the state again that it was in. It stays suspended, and that is
    /// said, where nobody knows which data it has now, or where the registry fails too.
    private func resumed(_ tenant: Tenant, after error: any Error) async -> any Error {
        do {
            if case StoreFault.undecided = error { throw error }
            guard tenant.state == .active, try await find(tenant.slug)?.state == .suspended else { return error }
            let move = MoveTenant(slug: tenant.slug, to: .active)
            _ = try await registry.perform(move, by: .operator, at: clock.now)
            return error
        } catch {
            let told = "The tenant may stay suspended: look at it, then resume it by kohort tenant resume."
            return OperatorProblem("restore.left_suspended", OperatorProblem(of: error).lines + [told])
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
        try await atDisk { try $0.create(id, schema) }
        do {
            let storage = try await atDisk { try $0.open(id) }
            let store = Store(tenant: id, storage: storage, composition: composition, threads: threads)
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
            await discard(id, after: error)
            throw error
        }
    }
}
