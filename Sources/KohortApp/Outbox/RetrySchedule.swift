/// How long a message waits after its n-th attempt failed, until it is given up for a person to look at.
enum RetrySchedule {
    /// In seconds: a minute, five, half an hour, two, five and ten hours.
    private static let waits = [60, 300, 1800, 7200, 18_000, 36_000]

    static func wait(after attempt: Int) -> Int? {
        waits.indices.contains(attempt - 1) ? waits[attempt - 1] : nil
    }
}
