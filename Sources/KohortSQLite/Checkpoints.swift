import GRDB
import GRDBSQLite
import KohortCore
import Synchronization

/// How often logs were folded into their files, how long that took, and how many pages it moved: over all files of an
/// engine.
final class Checkpoints: Sendable {
    private let times = Histogram()
    private let pages = Atomic<Int>(0)

    var families: [MetricFamily] {
        var seconds = MetricFamily(
            "kohort_checkpoint_seconds", .histogram, "How long it took to fold a write-ahead log into its file.")
        seconds.add(times.counts)
        let moved = Double(pages.load(ordering: .relaxed))
        return [
            seconds,
            MetricFamily(
                "kohort_checkpoint_pages_total", .counter, "Pages that were moved from logs to their files.",
                value: moved),
        ]
    }

    func add(pages moved: Int, _ duration: Duration) {
        pages.add(moved, ordering: .relaxed)
        times.add(duration)
    }
}

/// Folds one file's log by our own hand whenever a commit leaves it long: SQLite does the same by itself, and tells
/// nobody.
final class LogFolding: Sendable {
    /// In pages: as many bytes as SQLite's own limit, whose pages are twice as large.
    private static let longest: Int32 = 2000
    private let checkpoints: Checkpoints
    /// Pages of the present log that are in the file already.
    private let folded = Atomic<Int>(0)

    init(_ checkpoints: Checkpoints) { self.checkpoints = checkpoints }

    /// The handle must be closed before this goes.
    func watch(_ database: GRDB.Database) {
        sqlite3_wal_hook(
            database.sqliteConnection,
            { context, handle, _, length in
                guard length >= LogFolding.longest, let context else { return SQLITE_OK }
                Unmanaged<LogFolding>.fromOpaque(context).takeUnretainedValue().fold(handle)
                return SQLITE_OK
            }, Unmanaged.passUnretained(self).toOpaque())
    }

    /// As much of it as no reader is in the way of; what fails is tried again at the next commit.
    func fold(_ handle: OpaquePointer?) {
        var (length, done): (Int32, Int32) = (0, 0)
        let start = ContinuousClock.now
        guard sqlite3_wal_checkpoint_v2(handle, nil, SQLITE_CHECKPOINT_PASSIVE, &length, &done) == SQLITE_OK else {
            return
        }
        let before = folded.exchange(done == length ? 0 : Int(done), ordering: .relaxed)
        checkpoints.add(pages: max(0, Int(done) - before), start.duration(to: .now))
    }
}
