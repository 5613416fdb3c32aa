import DequeModule
import Foundation
import KohortCore
import Synchronization

/// A few threads of our own for work that waits for a disk or a socket, so that no cooperative thread ever does.
package final class Threads: Sendable {
    private let queue: ThreadQueue
    /// How long jobs waited for a thread.
    package let waits = Histogram()

    /// Starts `count` threads, which are numbered from 0.
    package init(name: String, count: Int) {
        let queue = ThreadQueue()
        self.queue = queue
        for number in 0..<count {
            let thread = Thread { queue.work(as: number) }
            thread.name = "\(name)-\(number)"
            thread.stackSize = 1 << 20
            thread.start()
        }
    }

    deinit { queue.stop() }

    package func submit(_ job: @escaping @Sendable (_ thread: Int) -> Void) { queue.append(timed(job), wakes: true) }

    /// Takes a further job from within one that is ending. Its thread is awake and looks into the queue next, so that no
    /// other has to be woken.
    func resubmit(_ job: @escaping @Sendable (_ thread: Int) -> Void) { queue.append(timed(job), wakes: false) }

    private func timed(_ job: @escaping @Sendable (_ thread: Int) -> Void) -> @Sendable (_ thread: Int) -> Void {
        let start = ContinuousClock.now
        return { [waits] thread in
            waits.add(start.duration(to: .now))
            job(thread)
        }
    }

    /// Runs a blocking body on one of the threads and answers what it answers.
    package func run<Answer: Sendable>(_ body: @escaping @Sendable (_ thread: Int) throws -> Answer) async throws
        -> Answer
    {
        try await withCheckedThrowingContinuation { continuation in
            submit { thread in continuation.resume(with: Result { try body(thread) }) }
        }
    }
}

/// The jobs that wait and the condition that threads sleep on. Jobs already there are done before `stop` takes hold.
private final class ThreadQueue: Sendable {
    private struct State {
        var jobs: Deque<@Sendable (Int) -> Void> = []
        var isStopped = false
    }

    private let condition = NSCondition()
    private let state = Mutex(State())

    func append(_ job: @escaping @Sendable (Int) -> Void, wakes: Bool) {
        condition.lock()
        state.withLock { $0.jobs.append(job) }
        if wakes { condition.signal() }
        condition.unlock()
    }

    func stop() {
        condition.lock()
        state.withLock { $0.isStopped = true }
        condition.broadcast()
        condition.unlock()
    }

    func work(as number: Int) {
        while let job = next() { job(number) }
    }

    private func next() -> (@Sendable (Int) -> Void)? {
        condition.lock()
        defer { condition.unlock() }
        while true {
            let (job, isStopped) = state.withLock { ($0.jobs.popFirst(), $0.isStopped) }
            if let job { return job }
            if isStopped { return nil }
            condition.wait()
        }
    }
}
