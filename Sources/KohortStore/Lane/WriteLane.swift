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
    private let mostWaiting: Int
    private let committed: @Sendable () -> Void
    private let state = Mutex(State())

    init(_ storage: any Storage, on threads: StoreThreads, committed: @escaping @Sendable () -> Void) {
        (self.storage, self.threads, tellers) = (storage, threads.writers, threads.tellers)
        (mostWaiting, self.committed) = (threads.mostWaiting, committed)
    }

    /// With `isLast` nothing is taken after it: when this job has ended, everything has.
    func submit(_ job: Job, isLast: Bool = false) {
        enum Next { case start, wait, refuse(StoreFault) }
        let next: Next = state.withLock { state in
            if state.isClosed { return .refuse(.closed) }
            if state.waiting.count >= mostWaiting, !isLast { return .refuse(.tooMany("writes")) }
            state.isClosed = isLast
            state.waiting.append(job)
            if state.isRunning { return .wait }
            state.isRunning = true
            return .start
        }
        switch next {
        case .start: threads.submit { _ in self.runBatch() }
        case .refuse(let fault): job.fail(fault)
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
        var hasBegun = false
        do {
            let endings = try Interruption.retried {
                hasBegun = false
                return try storage.write { try attempt(batch, on: $0) { hasBegun = true } }
            }
            if endings.contains(where: \.hasWritten) { committed() }
            tell(endings)
        } catch {
            let isOfOne = hasBegun && Self.mayBeOfOne(error)
            guard isOfOne, batch.count > 1 else { return batch.forEach { $0.fail(error) } }
            perform(Array(batch.prefix(batch.count / 2)))
            perform(Array(batch.dropFirst(batch.count / 2)))
        }
    }

    /// Whether the others could be done without the one that failed. Where nobody can use the database, to try each by
    /// itself would take that many times as long as to wait for it once.
    private static func mayBeOfOne(_ error: any Error) -> Bool {
        switch error as? StoreFault {
        case .unavailable, .interrupted, .undecided, .locked, .closed: false
        default: true
        }
    }

    /// To wake callers takes as long as some of their commands did: while others wait, it is done beside the next batch.
    private func tell(_ endings: [Ending]) {
        if state.withLock({ $0.waiting.isEmpty }) { return endings.forEach { $0.tell() } }
        tellers.submit { _ in endings.forEach { $0.tell() } }
    }

    /// Runs all in one transaction and answers what to tell the callers. Throws when none of it may stay.
    private func attempt(
        _ batch: [Job], on connection: any WriteConnection, begun: () -> Void
    ) throws -> [Ending] {
        try connection.begin()
        begun()
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
