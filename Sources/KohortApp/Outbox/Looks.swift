import KohortCore
import KohortStore
import Tenancy

/// When a worker looked at which tenant last, and what it saw. A tenant is only touched when something was committed
/// there since, or when the time of its next message has come.
struct Looks {
    struct Look {
        var version: UInt64
        var due: Instant?
        let at: Instant
    }

    /// How long a look holds where other daemons commit to tenants that are not open here: one of them may die with its
    /// work undone.
    private static let longest = Duration.seconds(300)
    private let kohort: Kohort
    private var looks: [TenantID: Look] = [:]

    init(_ kohort: Kohort) { self.kohort = kohort }

    mutating func keep(_ look: Look, of tenant: TenantID) { looks[tenant] = look }

    func isDue(_ tenant: TenantID) async throws -> Bool {
        guard let last = looks[tenant] else { return true }
        let now = kohort.clock.now
        if let due = last.due, due <= now { return true }
        if let version = try await kohort.versionIfOpen(tenant) { return version != last.version }
        return kohort.engine.isShared && last.at.adding(Self.longest) <= now
    }
}
