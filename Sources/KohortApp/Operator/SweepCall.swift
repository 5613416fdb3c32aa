import KohortCore
import KohortStore
import Tenancy

/// Takes away at once what the daemon takes away once a day, for who needs the room.
package struct SweepTenants: OperatorCall {
    package init() {}

    package struct Line: Sendable, Codable, Hashable {
        package let tenant: Slug
        /// How many contents went that nothing referred to.
        package let files: Int
        /// Why nothing was swept there, where nothing was.
        package let problem: String?
    }

    package func answer(in kohort: Kohort) async throws -> [Line] {
        var lines: [Line] = []
        for tenant in try await kohort.activeTenants() {
            do {
                let files = try await kohort.use(tenant) { try await kohort.sweep($0) }
                lines.append(Line(tenant: tenant.slug, files: files, problem: nil))
            } catch {
                lines.append(Line(tenant: tenant.slug, files: 0, problem: OperatorProblem(of: error).description))
            }
        }
        return lines
    }
}

extension Kohort {
    /// Takes away what nothing refers to and what has had its time; answers how many contents were removed.
    func sweep(_ open: TenantStore) async throws -> Int {
        let now = clock.now
        let removed = try await FileSweep(open.store, open.files).run(at: now)
        _ = try await open.store.perform(SweepStore(), by: .system, at: now)
        _ = try await open.store.perform(SweepSignIns(), by: .system, at: now)
        _ = try await open.store.perform(ForgetDeliveries(), by: .system, at: now)
        return removed
    }
}
