import KohortStore
import Synchronization

/// How far a call has come that reads or writes archives.
package struct ArchiveStage: Sendable, Codable, Hashable {
    package var bytes: Int
    /// How many are done; of a call about one tenant neither is set.
    package var tenants: Int
    package var tenantsInAll: Int

    package init(bytes: Int = 0, tenants: Int = 0, tenantsInAll: Int = 0) {
        (self.bytes, self.tenants, self.tenantsInAll) = (bytes, tenants, tenantsInAll)
    }
}

/// How far calls on archives have come, by the path that each named, for whoever watches.
final class ArchiveWork: Sendable {
    private let stages = Mutex<[String: ArchiveStage]>([:])

    func stage(of path: String) -> ArchiveStage? { stages.withLock { $0[path] } }

    /// An archive whose bytes are counted where a call is under way.
    func archive(_ path: String, for named: String? = nil) -> Archive {
        let named = named ?? path
        return Archive(path: path) { [self] bytes in stages.withLock { $0[named]?.bytes += bytes } }
    }

    func finishTenant(for path: String) { stages.withLock { $0[path]?.tenants += 1 } }

    /// While `body` runs its stage is there to be asked for.
    func counting<Answer>(_ path: String, tenants: Int = 0, _ body: () async throws -> Answer) async throws -> Answer {
        stages.withLock { $0[path] = ArchiveStage(tenantsInAll: tenants) }
        defer { _ = stages.withLock { $0.removeValue(forKey: path) } }
        return try await body()
    }
}

/// How far another call on this path has come; nil where none is under way.
package struct ShowArchiveWork: OperatorCall {
    package let path: String
    package init(path: String) { self.path = path }

    package func answer(in kohort: Kohort) async throws -> ArchiveStage? { kohort.work.stage(of: path) }
}
