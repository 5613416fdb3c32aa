import DequeModule
import Synchronization

/// One tenant's share of the threads that all tenants read by: never the last one, so that reads of one tenant that take
/// long, or wait for a disk, hold up nobody else's.
final class ReadShare: Sendable {
    private struct State {
        var running = 0
        var waiting: Deque<@Sendable (Int) -> Void> = []
    }

    private let threads: Threads
    private let most, mostWaiting: Int
    private let state = Mutex(State())

    init(of threads: Threads, count: Int, mostWaiting: Int) {
        (self.threads, most, self.mostWaiting) = (threads, max(1, count - 1), mostWaiting)
    }

    /// Runs a blocking body on one of the threads and answers what it answers; throws `unavailable` where too many wait.
    func run<Answer: Sendable>(_ body: @escaping @Sendable (_ thread: Int) throws -> Answer) async throws -> Answer {
        try await withCheckedThrowingContinuation { continuation in
            let isTaken = submit { thread in continuation.resume(with: Result { try body(thread) }) }
            if !isTaken { continuation.resume(throwing: StoreFault.tooMany("reads")) }
        }
    }

    /// Answers whether there was room.
    private func submit(_ job: @escaping @Sendable (Int) -> Void) -> Bool {
        enum Next { case start, wait, refuse }
        let next: Next = state.withLock { state in
            if state.running < most {
                state.running += 1
                return .start
            }
            if state.waiting.count >= mostWaiting { return .refuse }
            state.waiting.append(job)
            return .wait
        }
        if next == .start { threads.submit { self.perform(job, on: $0) } }
        return next != .refuse
    }

    /// One job, then to the end of the shared queue with the next.
    private func perform(_ job: @Sendable (Int) -> Void, on thread: Int) {
        job(thread)
        let next = state.withLock { state in
            let next = state.waiting.popFirst()
            if next == nil { state.running -= 1 }
            return next
        }
        if let next { threads.resubmit { self.perform(next, on: $0) } }
    }
}
