import KohortCore

/// How fast one account may be guessed at: some tries are free, then each waits twice as long as the one before. Nobody
/// is ever locked out for longer than `longest`, else anybody could lock anybody out (OWASP ASVS 5.0.0, 6.3.1).
package enum AttemptPace {
    static let free = 5
    static let longest = Duration.seconds(60)
    /// After so long without a try all is forgotten.
    static let remembered = Duration.seconds(24 * 60 * 60)

    /// How long to wait after this many failures in a row.
    static func wait(after failures: Int) -> Duration {
        guard failures >= free else { return .zero }
        return min(longest, .seconds(1 << min(failures - free, 10)))
    }
}
