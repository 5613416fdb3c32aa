import Synchronization

/// Counts this process's commits to one tenant. Each counter has a start of its own, so that an answer kept under the
/// version of one is never taken for another's.
package final class CommitCounter: Sendable {
    private static let counters = Atomic<UInt64>(0)
    private let count = Atomic<UInt64>(counters.add(1, ordering: .relaxed).newValue << 40)

    package init() {}

    package var value: UInt64 { count.load(ordering: .acquiring) }
    package func increase() { count.add(1, ordering: .acquiringAndReleasing) }
}
