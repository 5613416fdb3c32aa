import KohortApp
import KohortCore
import Synchronization
import Tenancy

/// Who secrets belong to, kept until the tenant's next commit: a sign-in that is ended or a role that is taken away is one,
/// so it counts at the next request. What time alone ends is judged at each.
final class CredentialCache: Sendable {
    /// Over all tenants; when it is reached all is forgotten.
    private static let most = 20_000

    private struct Shelf {
        var version: UInt64
        var byHash: [String: Credentials] = [:]
    }

    private let state = Mutex<(shelves: [TenantID: Shelf], count: Int)>(([:], 0))

    /// What is kept of a secret's hash, or what `look` finds, which is kept from now on. Unknown secrets are not.
    func of(_ hash: String, _ open: TenantStore, look: () async throws -> Credentials?) async throws -> Credentials? {
        if let known = state.withLock({ Self.find(hash, open, $0.shelves) }) { return known }
        guard let found = try await look() else { return nil }
        state.withLock { state in
            if state.count >= Self.most { state = ([:], 0) }
            var shelf = state.shelves.removeValue(forKey: open.tenant.id) ?? Shelf(version: open.version)
            if shelf.version != open.version {
                state.count -= shelf.byHash.count
                shelf = Shelf(version: open.version)
            }
            if shelf.byHash.updateValue(found, forKey: hash) == nil { state.count += 1 }
            state.shelves[open.tenant.id] = shelf
        }
        return found
    }

    private static func find(_ hash: String, _ open: TenantStore, _ shelves: [TenantID: Shelf]) -> Credentials? {
        guard let shelf = shelves[open.tenant.id], shelf.version == open.version else { return nil }
        return shelf.byHash[hash]
    }
}
