import Foundation
import KohortCore
import KohortStore

@testable import KohortApp

/// What can happen to a tenant's file while nobody has it open.
enum Damage: String, CaseIterable, Sendable {
    case garbage, cut, missing, empty
    /// The neighbour's lies in its place.
    case neighbours
    /// A newer program has been at it.
    case newer

    /// Closes both tenants, damages the first one's file, and answers how to mend it.
    func strike(_ tenant: WallTenant, beside neighbour: WallTenant) async throws -> @Sendable () async throws -> Void {
        for one in [tenant, neighbour] { await one.site.kohort.close(one.id) }
        let path = WallCopy.path(of: tenant)
        let whole = try Data(contentsOf: URL(filePath: path))
        if self == .newer {
            try await tenant.use { _ = try await $0.store.perform(Advance(), by: .system, at: tenant.site.now) }
            await tenant.site.kohort.close(tenant.id)
        }
        try write(path, whole, WallCopy.path(of: neighbour))
        return {
            await tenant.site.kohort.close(tenant.id)
            for suffix in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
            try whole.write(to: URL(filePath: path))
        }
    }

    private func write(_ path: String, _ whole: Data, _ neighbour: String) throws {
        let url = URL(filePath: path)
        switch self {
        case .garbage: try Data(repeating: 0x20, count: whole.count).write(to: url)
        case .cut: try whole.prefix(4096).write(to: url)
        case .missing: try FileManager.default.removeItem(at: url)
        case .empty: try Data().write(to: url)
        case .neighbours: try Data(contentsOf: URL(filePath: neighbour)).write(to: url)
        case .newer: break
        }
    }
}

/// A step that this program does not know.
private struct Advance: Command {
    static let permission = Permission.sendOutbox
    static let events: [any Event.Type] = []
    var scope: Scope { .consortium }

    func perform(in write: borrowing Write) throws -> Done {
        try write.execute("insert into migration values ('tenancy', 999, 'later', '0123456789abcdef', 0)")
        return Done()
    }
}
