import KohortCore
import Synchronization

/// Counts who has done what how often, in memory and for this process alone (the generic cell rate algorithm). Of each
/// it keeps one time, at which all that was taken is given back.
package final class RateLimiter: Sendable {
    private struct Key: Hashable {
        let what: String
        let who: String
    }

    private let due = Mutex<[Key: Instant]>([:])
    private let capacity: Int

    /// - Parameter capacity: how many are remembered; one takes some 100 bytes.
    package init(capacity: Int = 100_000) { self.capacity = capacity }

    /// Takes one of what `who` may do; nil, or how long to wait for the next, and then nothing is taken.
    package func take(_ limit: RateLimit, of what: String, by who: String, at now: Instant) -> Duration? {
        due.withLock { due in
            let key = Key(what: what, who: who)
            let start = max(due[key].flatMap { Self.isPossible($0, limit, at: now) ? $0 : nil } ?? now, now)
            let end = Double(start.milliseconds - now.milliseconds) + limit.share
            guard end <= Double(limit.window) else {
                return .milliseconds(Int64((end - Double(limit.window)).rounded(.up)))
            }
            if due[key] == nil, due.count >= capacity { Self.makeRoom(in: &due, at: now, for: capacity) }
            due[key] = Instant(milliseconds: now.milliseconds + Int64(end.rounded(.up)))
            return nil
        }
    }

    /// Never later than a window, but for requests that overtook each other: what is due much later was taken before the
    /// clock went back, and would stop somebody for as long.
    private static func isPossible(_ due: Instant, _ limit: RateLimit, at now: Instant) -> Bool {
        due.milliseconds - now.milliseconds <= 2 * limit.window
    }

    /// Forgets who has everything back, and where that is not enough who is nearest to it: so a flood of newcomers does
    /// not free somebody who has been stopped.
    private static func makeRoom(in due: inout [Key: Instant], at now: Instant, for capacity: Int) {
        due = due.filter { $0.value > now }
        guard due.count >= capacity else { return }
        let latest = due.sorted { $0.value > $1.value }.prefix(capacity / 2)
        due = Dictionary(uniqueKeysWithValues: latest.map { ($0.key, $0.value) })
    }

    /// How many are remembered.
    var count: Int { due.withLock { $0.count } }
}
