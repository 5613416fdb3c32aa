import KohortCore

/// When a delivery that failed is tried again, and when an endpoint is left alone.
package enum DeliverySchedule {
    /// After the n-th attempt, in seconds: 5 s, 5 and 30 minutes, 2, 5, 10, 14, 20 and 24 hours (Standard Webhooks 1.0.0).
    static let waits = [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400]
    /// No wish of a receiver's holds a delivery longer.
    static let longestWish = 86_400
    /// After so many failures in a row an endpoint rests between attempts, so that one that hangs costs little.
    static let patience = 3
    static let rest = 60
    /// An endpoint that nothing has reached for so long is disabled.
    package static let longestFailing = Duration.seconds(5 * 86_400)

    /// How many seconds to wait after the n-th attempt; nil when it was the last. `jitter`, from 0 up to 1, spreads what
    /// failed together over a fifth of the time; a receiver's wish (`Retry-After`) is kept up to a day.
    static func wait(after attempt: Int, jitter: Double, wish: Int?) -> Int? {
        guard waits.indices.contains(attempt - 1) else { return nil }
        let wait = Double(waits[attempt - 1]) * (1 + 0.2 * min(max(jitter, 0), 1))
        return max(Int(wait.rounded()), min(wish ?? 0, longestWish))
    }

    /// How many seconds the whole endpoint rests after so many failures in a row; 0 when it goes on.
    static func rest(afterFailures failures: Int, wish: Int?) -> Int {
        max(failures >= patience ? rest : 0, min(wish ?? 0, longestWish))
    }
}
