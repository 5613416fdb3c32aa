import GRDB
import GRDBSQLite
import Synchronization

/// Ends a read that takes too long on one handle.
final class ReadLimit: Sendable {
    /// How many steps of SQLite's machine lie between two looks at the clock: well below a millisecond, and more than
    /// most reads have in all, so that those never look.
    private static let stride: Int32 = 10_000

    /// One statement's.
    private struct Span {
        var isLimited = false
        /// The first look at the clock.
        var start: ContinuousClock.Instant?
    }

    private let longest: Duration
    private let span = Mutex(Span())

    /// Without a limit for zero.
    init(_ longest: Duration) { self.longest = longest }

    /// The handle must be closed before this goes.
    func watch(_ database: GRDB.Database) {
        guard longest > .zero else { return }
        sqlite3_progress_handler(
            database.sqliteConnection, Self.stride,
            { context in
                guard let context else { return 0 }
                return Unmanaged<ReadLimit>.fromOpaque(context).takeUnretainedValue().isOver() ? 1 : 0
            }, Unmanaged.passUnretained(self).toOpaque())
    }

    /// Runs one statement, perhaps inside another one. What writes has no limit: an upgrade may have to rewrite a large
    /// table, and to undo that takes as long again.
    func limiting<Answer>(_ statement: OpaquePointer, _ body: () throws -> Answer) rethrows -> Answer {
        let outer = span.withLock { span in
            defer { span = Span(isLimited: sqlite3_stmt_readonly(statement) != 0) }
            return span
        }
        defer { span.withLock { $0 = outer } }
        return try body()
    }

    /// For an answer that is handed on row by row to somebody who may be slow.
    func restart() { span.withLock { $0.start = nil } }

    private func isOver() -> Bool {
        span.withLock { span in
            guard span.isLimited else { return false }
            guard let start = span.start else {
                span.start = .now
                return false
            }
            return start.duration(to: .now) > longest
        }
    }
}
