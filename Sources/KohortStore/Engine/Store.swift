import KohortCore
import Synchronization

/// The threads that all stores of a process share.
package struct StoreThreads: Sendable {
    package let writers: Threads
    package let readers: Threads
    package let files: Threads
    /// Wakes the callers of commands that are done.
    let tellers = Threads(name: "teller", count: 1)
    package let readerCount: Int
    let mostWaiting: Int

    /// Of one tenant `mostWaiting` reads and as many writes may wait, some seconds' work; more are refused as unavailable,
    /// so that a disk that hangs does not fill the memory.
    package init(writers: Int = 4, readers: Int = 3, files: Int = 16, mostWaiting: Int = 10_000) {
        self.writers = Threads(name: "writer", count: writers)
        self.readers = Threads(name: "reader", count: readers)
        self.files = Threads(name: "file", count: files)
        (readerCount, self.mostWaiting) = (readers, mostWaiting)
    }
}

/// One tenant's database as a value: the only way in. Commands and queries of the web, the JSON API, the CLI and the
/// workers all come through here, and here their rights are asked.
package struct Store: Sendable {
    package let tenant: TenantID
    let storage: any Storage
    let composition: Composition
    let threads: StoreThreads
    private let lane: WriteLane
    private let reads: ReadShare
    private let commits: CommitCounter
    private let answers = KeptAnswers()

    /// `commits` is the tenant's own, where it outlives the store.
    package init(
        tenant: TenantID, storage: any Storage, composition: Composition, threads: StoreThreads,
        commits: CommitCounter = CommitCounter()
    ) {
        (self.tenant, self.storage, self.composition) = (tenant, storage, composition)
        (self.threads, self.commits) = (threads, commits)
        reads = ReadShare(of: threads.readers, count: threads.readerCount, mostWaiting: threads.mostWaiting)
        lane = WriteLane(storage, on: threads) { commits.increase() }
    }

    /// Changes with every commit that wrote something, whichever process made it: an answer that is fetched after a
    /// version was asked for may be kept while the version lasts.
    package func version() async throws -> UInt64 {
        guard let shared = storage.sharedVersion else { return commits.value }
        return try await reads.run { [self] thread in
            try Interruption.retried { try storage.read(reader: thread, shared) }
        }
    }

    /// Performs a command and answers when it is durable; a throw means that nothing of it remains.
    package func perform<C: Command>(
        _ command: C, by actor: Actor, at arrival: Instant, idempotency: IdempotencyKey? = nil
    ) async throws -> C.Outcome {
        try await write(by: actor, at: arrival) { write in
            try composition.authority.check(C.permission, command.scope, write.read)
            if let idempotency, let kept = try Idempotency.kept(idempotency, for: command, in: write) { return kept }
            let outcome = try write.perform(command)
            if let idempotency { try Idempotency.keep(outcome, of: command, under: idempotency, in: write) }
            return outcome
        }
    }

    /// Fetches a query in one snapshot.
    package func fetch<Q: Query>(_ query: Q, by actor: Actor, at arrival: Instant) async throws -> Q.Answer {
        if Q.isKept, let answer = try keptAnswer(to: query, by: actor, at: arrival) { return answer }
        return try await reads.run { [self] thread in
            try Interruption.retried {
                do { return try answer(query, by: actor, at: arrival, on: thread) } catch is OutdatedAnswers {
                    return try answer(query, by: actor, at: arrival, on: thread, takesKept: false)
                }
            }
        }
    }

    /// The answer where everything that it takes is kept, rights included: that waits for no thread and no snapshot. Nil
    /// where anything has to be read, and where other processes write too.
    private func keptAnswer<Q: Query>(to query: Q, by actor: Actor, at arrival: Instant) throws -> Q.Answer? {
        if storage.sharedVersion != nil { return nil }
        let kept = Kept(answers: answers, version: commits.value) { false }
        let transaction = transaction(on: NoConnection(), by: actor, at: arrival, kept: kept)
        do {
            let answer = try checked(query, in: Read(transaction))
            return transaction.isPoisoned ? nil : answer
        } catch  where transaction.isPoisoned { return nil }
    }

    private func checked<Q: Query>(_ query: Q, in read: borrowing Read) throws -> Q.Answer {
        try composition.authority.check(Q.permission, query.scope, read)
        return try query.answer(in: read)
    }

    private func answer<Q: Query>(
        _ query: Q, by actor: Actor, at arrival: Instant, on thread: Int, takesKept: Bool = true
    ) throws -> Q.Answer {
        try storage.read(reader: thread) { connection in
            let kept = takesKept ? try kept(connection, isWorthAsking: Q.isKept) : nil
            return try checked(query, in: Read(transaction(on: connection, by: actor, at: arrival, kept: kept)))
        }
    }

    /// Where others write too the snapshot itself tells its version, which takes a statement. Where nobody does, it may
    /// show a commit that is about to be counted, beside rights from before it. That is no more than was due: neither what
    /// took a right away nor what came with it was acknowledged to anybody yet, and whoever writes because they know of it
    /// comes with a later commit, which is never shown beside them. A command takes nothing that is kept.
    private func kept(_ connection: any Connection, isWorthAsking: Bool) throws -> Kept? {
        guard let shared = storage.sharedVersion else {
            let version = commits.value
            return Kept(answers: answers, version: version) { [commits] in commits.value == version }
        }
        return isWorthAsking ? Kept(answers: answers, version: try shared(connection)) { true } : nil
    }

    /// Brings the schema up to date; answers the steps that were applied.
    package func migrate(at now: Instant) async throws -> [String] {
        try await threads.writers.run { [self] _ in
            try Interruption.retried {
                try storage.write { try Migrator(composition.schema, $0, storage.dialect).migrate(at: now) }
            }
        }
    }

    /// The steps that this program would apply.
    package func pendingMigrations() async throws -> [String] {
        try await threads.writers.run { [self] _ in
            try storage.write { try Migrator(composition.schema, $0, storage.dialect).pending() }
        }
    }

    /// Refuses what comes from now on, waits for what is there, and gives back the handles, even of a database that
    /// cannot be written to any more. Throws `closed` the second time.
    package func close() async throws {
        do { try await write(by: .system, at: .now, isLast: true) { _ in } } catch StoreFault.closed {
            throw StoreFault.closed
        } catch {}
        answers.close()
        try await threads.writers.run { [self] _ in storage.close() }
    }

    private func write<Answer: Sendable>(
        by actor: Actor, at arrival: Instant, isLast: Bool = false,
        _ body: @escaping @Sendable (borrowing Write) throws -> Answer
    ) async throws -> Answer {
        try await withCheckedThrowingContinuation { continuation in
            let job = WriteLane.Job(
                run: { connection in
                    let transaction = transaction(on: connection, by: actor, at: arrival)
                    do {
                        let answer = try body(Write(transaction))
                        if transaction.isPoisoned { throw StoreFault.poisoned }
                        return WriteLane.Ending(hasWritten: !transaction.isUntouched) {
                            continuation.resume(returning: answer)
                        }
                    } catch let error where transaction.isUntouched {
                        return WriteLane.Ending(hasWritten: false) { continuation.resume(throwing: error) }
                    }
                },
                fail: { continuation.resume(throwing: $0) })
            lane.submit(job, isLast: isLast)
        }
    }

    private func transaction(
        on connection: any Connection, by actor: Actor, at arrival: Instant,
        kept: Kept? = nil
    ) -> Transaction {
        Transaction(
            tenant: tenant, actor: actor, now: arrival, composition: composition, connection: connection, kept: kept)
    }
}
