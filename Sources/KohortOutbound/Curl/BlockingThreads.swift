import Dispatch
import Foundation
import Synchronization

/// A few threads of our own for calls that block, so that no thread of Swift's cooperative pool waits for a socket.
final class BlockingThreads: Sendable {
    let jobs = JobLine()
    private let count: Int

    init(count: Int) {
        self.count = count
        for _ in 0..<count {
            Thread.detachNewThread { [jobs] in
                while let job = jobs.next() { job() }
            }
        }
    }

    deinit {
        for _ in 0..<count { jobs.add(nil) }
    }

    /// Runs the work when a thread is free, in the order of asking.
    func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            jobs.add { continuation.resume(returning: work()) }
        }
    }
}

/// Jobs in the order of their coming; nil ends the thread that takes it.
final class JobLine: Sendable {
    private let waiting = Mutex<[(@Sendable () -> Void)?]>([])
    private let arrivals = DispatchSemaphore(value: 0)

    func add(_ job: (@Sendable () -> Void)?) {
        waiting.withLock { $0.append(job) }
        arrivals.signal()
    }

    func next() -> (@Sendable () -> Void)? {
        arrivals.wait()
        return waiting.withLock { $0.removeFirst() }
    }
}
