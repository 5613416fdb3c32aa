import Synchronization

/// Whether a request's body has been read to its end.
final class BodyEnd: Sendable {
    private let reached = Atomic(false)

    var isReached: Bool { reached.load(ordering: .relaxed) }

    func reach() { reached.store(true, ordering: .relaxed) }
}
