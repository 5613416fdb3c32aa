import KohortCore
import KohortStore
import Tenancy

/// When a worker looked at which tenant last, and what it saw. A tenant is only touched when something was committed
/// there since, or when the time of what comes next there has come; ten thousand that sleep are left to.
struct TenantPolls {
    struct Poll {
        var version: UInt64
        /// When there will be something to do although nothing is committed.
        var due: Instant?
        let at: Instant
    }

    /// How long a poll holds where other daemons commit to tenants that are not open here: one of them may die with its
    /// work undone.
    private static let longest = Duration.seconds(300)
    /// After how long a tenant is tried again that could not be used: it would fail again, and fill the log.
    private static let again = Duration.seconds(10)
    /// How long a tenant's version holds where it has to be asked for.
    private static let shortest = Duration.seconds(1)
    private let kohort: Kohort
    /// How many tenants are opened in one round only because they have not been looked at since the start.
    private let newPerRound: Int
    private var newLeft = 0
    private var polls: [TenantID: Poll] = [:]
    private var asked: [TenantID: Instant] = [:]

    init(_ kohort: Kohort, newPerRound: Int = 20) { (self.kohort, self.newPerRound) = (kohort, newPerRound) }

    mutating func beginRound() { newLeft = newPerRound }
    mutating func keep(_ poll: Poll, of tenant: TenantID) { polls[tenant] = poll }

    /// Whether to look at a tenant now. If no poll is kept of it, that was in vain.
    mutating func take(_ tenant: TenantID) async throws -> Bool {
        let now = kohort.clock.now
        var version = polls[tenant]?.version
        if !isOverdue(tenant, now) {
            guard mayAsk(tenant, now) else { return false }
            version = try await kohort.knownVersion(tenant)
            guard isDue(tenant, version, now) else { return false }
        }
        polls[tenant] = Poll(version: version ?? 0, due: now.adding(Self.again), at: now)
        return true
    }

    private func isOverdue(_ tenant: TenantID, _ now: Instant) -> Bool { polls[tenant]?.due.map { $0 <= now } ?? false }

    /// Each question is a statement to the server where other daemons write.
    private mutating func mayAsk(_ tenant: TenantID, _ now: Instant) -> Bool {
        guard kohort.isShared else { return true }
        if let last = asked[tenant], last <= now, now < last.adding(Self.shortest) { return false }
        asked[tenant] = now
        return true
    }

    private mutating func isDue(_ tenant: TenantID, _ version: UInt64?, _ now: Instant) -> Bool {
        guard let last = polls[tenant] else { return isNewInTurn(tenant) }
        return version.map { $0 != last.version } ?? (last.at.adding(Self.longest) <= now)
    }

    private mutating func isNewInTurn(_ tenant: TenantID) -> Bool {
        if kohort.isOpen(tenant) { return true }
        newLeft -= 1
        return newLeft >= 0
    }
}
