import DequeModule
import Synchronization

/// A tenant's single queue of writes. What waits shares one transaction and one sync; callers hear only after the commit.
/// A job that has to be undone takes its batch with it, and the two halves are run again apart: that is seldom, and costs
/// less than a savepoint for each job, which copies every page that the job is the first to change.
final class WriteLane: Sendable {
    /// One write that waits.
    struct Job: Sendable {
        /// Runs inside the transaction. Throws when something has to be undone.
        let run: @Sendable (any WriteConnection) throws -> Ending
        /// Tells the caller that this job cannot be done, also alone.
        let fail: @Sendable (any Error) -> Void
    }

    /// How a job ended, a refusal included.
    struct Ending {
        let hasWritten: Bool
        /// Tells the caller, after the commit.
        let tell: @Sendable () -> Void
    }

    private struct State {
        var waiting: Deque<Job> = []
        var isRunning = false
        var isClosed = false
    }

    private static let largestBatch = 64
    private let storage: any Storage
    private let threads, tellers: Threads
    private let committed: @Sendable () -> Void
    private let state = Mutex(State())

    init(
        _ storage: any Storage, on threads: Threads, telling tellers: Threads, committed: @escaping @Sendable () -> Void
    ) {
        (self.storage, self.threads, self.tellers, self.committed) = (storage, threads, tellers, committed)
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
        if !isDone { threads.resubmit { _ in self.runBatch() } }
    }

    private func perform(_ batch: [Job]) {
        do {
            let endings = try Interruption.retried { try storage.write { try attempt(batch, on: $0) } }
            if endings.contains(where: \.hasWritten) { committed() }
            tell(endings)
        } catch StoreFault.undecided(let reason) {
            batch.forEach { $0.fail(StoreFault.undecided(reason)) }
        } catch {
            guard batch.count > 1 else { return batch.forEach { $0.fail(error) } }
            perform(Array(batch.prefix(batch.count / 2)))
            perform(Array(batch.dropFirst(batch.count / 2)))
        }
    }

    /// To wake callers takes as long as some of their commands did: while others wait, it is done beside the next batch.
    private func tell(_ endings: [Ending]) {
        if state.withLock({ $0.waiting.isEmpty }) { return endings.forEach { $0.tell() } }
        tellers.submit { _ in endings.forEach { $0.tell() } }
    }

    /// Runs all in one transaction and answers what to tell the callers. Throws when none of it may stay.
    private func attempt(_ batch: [Job], on connection: any WriteConnection) throws -> [Ending] {
        try connection.begin()
        do {
            let endings = try batch.map { try $0.run(connection) }
            try connection.commit()
            return endings
        } catch {
            connection.rollback()
            throw error
        }
    }
}
