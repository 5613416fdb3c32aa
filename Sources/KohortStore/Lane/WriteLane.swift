import DequeModule
import Synchronization

/// A tenant's single queue of writes. What waits shares one transaction, a savepoint each, and one sync; callers hear
/// only after the commit. If the batch itself fails, its jobs are run again one by one.
final class WriteLane: Sendable {
    /// One write that waits: run inside the transaction, told how it ended after the commit.
    struct Job: Sendable {
        let run: @Sendable (any WriteConnection) throws -> @Sendable () -> Void
        let fail: @Sendable (any Error) -> Void
    }

    private struct State {
        var waiting: Deque<Job> = []
        var isRunning = false
        var isClosed = false
    }

    private static let largestBatch = 64
    private let storage: any Storage
    private let threads: Threads
    private let committed: @Sendable () -> Void
    private let state = Mutex(State())

    init(_ storage: any Storage, on threads: Threads, committed: @escaping @Sendable () -> Void) {
        (self.storage, self.threads, self.committed) = (storage, threads, committed)
    }

    /// With `isLast` nothing is taken after it: when this job has ended, everything has.
    func submit(_ job: Job, isLast: Bool = false) {
        enum Next { case start, wait, refuse }
        let next: Next = state.withLock { state in
            if state.isClosed { return .refuse }
            state.isClosed = isLast
            state.waiting.append(job)
            if state.isRunning { return .wait }
            state.isRunning = true
            return .start
        }
        switch next {
        case .start: threads.submit { _ in self.runBatch() }
        case .refuse: job.fail(StoreFault.closed)
        case .wait: break
        }
    }

    /// One batch at a time, then to the end of the shared queue, so that a busy tenant does not hold up the others.
    private func runBatch() {
        let batch = state.withLock { state in
            let batch = Array(state.waiting.prefix(Self.largestBatch))
            state.waiting.removeFirst(batch.count)
            return batch
        }
        perform(batch)
        let isDone = state.withLock { state in
            state.isRunning = !state.waiting.isEmpty
            return !state.isRunning
        }
        if !isDone { threads.submit { _ in self.runBatch() } }
    }

    private func perform(_ batch: [Job]) {
        do {
            let endings = try storage.write { try attempt(batch, on: $0) }
            committed()
            for ending in endings { ending() }
        } catch {
            guard batch.count > 1 else { return batch.forEach { $0.fail(error) } }
            for job in batch { perform([job]) }
        }
    }

    /// Runs all in one transaction and answers what to tell the callers. Throws when the transaction itself is lost.
    private func attempt(_ batch: [Job], on connection: any WriteConnection) throws -> [@Sendable () -> Void] {
        try connection.begin()
        do {
            let endings = try batch.map { try run($0, on: connection) }
            try connection.commit()
            return endings
        } catch {
            connection.rollback()
            throw error
        }
    }

    private func run(_ job: Job, on connection: any WriteConnection) throws -> @Sendable () -> Void {
        try connection.savepoint()
        do {
            let ending = try job.run(connection)
            try connection.release()
            return ending
        } catch {
            // A full disk or a lost connection ends the whole transaction; then the batch is performed one by one.
            guard connection.isInTransaction else { throw error }
            try connection.rollbackToSavepoint()
            return { job.fail(error) }
        }
    }
}
