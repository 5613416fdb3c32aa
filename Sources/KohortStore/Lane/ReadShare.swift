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
    private let most: Int
    private let state = Mutex(State())

    init(of threads: Threads, count: Int) { (self.threads, most) = (threads, max(1, count - 1)) }

    /// Runs a blocking body on one of the threads and answers what it answers.
    func run<Answer: Sendable>(_ body: @escaping @Sendable (_ thread: Int) throws -> Answer) async throws -> Answer {
        try await withCheckedThrowingContinuation { continuation in
            submit { thread in continuation.resume(with: Result { try body(thread) }) }
        }
    }

    private func submit(_ job: @escaping @Sendable (Int) -> Void) {
        let starts = state.withLock { state in
            guard state.running < most else {
                state.waiting.append(job)
                return false
            }
            state.running += 1
            return true
        }
        if starts { threads.submit { self.perform(job, on: $0) } }
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
