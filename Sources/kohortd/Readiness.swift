import Synchronization

/// Whether the daemon is to get requests: not before its start is complete, and not once it is stopping.
final class Readiness: Sendable {
    private let ready = Atomic<Bool>(false)
    var isReady: Bool { ready.load(ordering: .acquiring) }
    func begin() { ready.store(true, ordering: .releasing) }
    func end() { ready.store(false, ordering: .releasing) }
}
