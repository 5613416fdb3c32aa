import KohortCore
import Synchronization

/// The time that a test has come to: it stands still until it is moved.
package final class MovableClock: Sendable {
    private let instant: Mutex<Instant>

    package init(_ start: Instant) { instant = Mutex(start) }

    package var now: Instant { instant.withLock { $0 } }
    package func move(to later: Instant) { instant.withLock { $0 = later } }
}
