import KohortCore
import KohortStore
import Tenancy

/// When a worker looked at which tenant last, and what it saw. A tenant is only touched when something was committed
/// there since, or when the time of what comes next there has come; ten thousand that sleep are left to.
struct Looks {
    struct Look {
        var version: UInt64
        /// When there will be something to do although nothing is committed.
        var due: Instant?
        let at: Instant
    }

    /// How long a look holds where other daemons commit to tenants that are not open here: one of them may die with its
    /// work undone.
    private static let longest = Duration.seconds(300)
    /// After how long a tenant is tried again that could not be used: it would fail again, and fill the log.
    private static let again = Duration.seconds(10)
    private let kohort: Kohort
    /// How many tenants are opened in one round only because they have not been looked at since the start.
    private let newPerRound: Int
    private var newLeft = 0
    private var looks: [TenantID: Look] = [:]

    init(_ kohort: Kohort, newPerRound: Int = 20) { (self.kohort, self.newPerRound) = (kohort, newPerRound) }

    mutating func beginRound() { newLeft = newPerRound }
    mutating func keep(_ look: Look, of tenant: TenantID) { looks[tenant] = look }

    /// Whether to look at a tenant now. If no look is kept of it, it was in vain.
    mutating func take(_ tenant: TenantID) async throws -> Bool {
        let (version, now) = (try await kohort.knownVersion(tenant), kohort.clock.now)
        guard isDue(tenant, version, now) else { return false }
        looks[tenant] = Look(version: version ?? 0, due: now.adding(Self.again), at: now)
        return true
    }

    private mutating func isDue(_ tenant: TenantID, _ version: UInt64?, _ now: Instant) -> Bool {
        guard let last = looks[tenant] else { return isNewInTurn(tenant) }
        if let due = last.due, due <= now { return true }
        return version.map { $0 != last.version } ?? (last.at.adding(Self.longest) <= now)
    }

    private mutating func isNewInTurn(_ tenant: TenantID) -> Bool {
        if kohort.isOpen(tenant) { return true }
        newLeft -= 1
        return newLeft >= 0
    }
}
