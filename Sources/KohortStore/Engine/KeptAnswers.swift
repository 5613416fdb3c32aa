import KohortCore
import Synchronization

/// What hangs on the tenant's data and its own values alone, not on who asks nor on the time: it is fetched once until the
/// next commit.
package protocol Keepable: Sendable, Hashable {
    associatedtype Answer: Sendable
    /// When so many answers of the type are kept, they are forgotten before the next one.
    static var mostKept: Int { get }
    func fetch(in read: borrowing Read) throws -> Answer
}

extension Keepable {
    package static var mostKept: Int { 100 }
}

/// A query whose answer is kept. Whether somebody may ask is looked up each time.
package protocol KeptQuery: Query, Keepable {}

extension Query {
    package static var isKept: Bool { false }
    package func answer(in read: borrowing Read) throws -> Answer { try fetch(in: read) }
}

extension KeptQuery {
    package static var isKept: Bool { true }
    package func answer(in read: borrowing Read) throws -> Answer { try read.kept(self) }
}

extension Read {
    /// The answer that was kept at this snapshot's version, or else a new one. In a command nothing is kept.
    package func kept<K: Keepable>(_ question: K) throws -> K.Answer {
        guard let kept = transaction.kept else { return try question.fetch(in: self) }
        if let answer = kept.answers.find(question, at: kept.version) { return answer }
        try transaction.pin()
        let answer = try question.fetch(in: self)
        kept.answers.keep(answer, of: question, at: kept.version)
        return answer
    }
}

/// The answers of one version, for one snapshot.
struct Kept {
    let answers: KeptAnswers
    let version: UInt64
    /// Whether a snapshot that is pinned now is of this version.
    let isCurrent: () -> Bool
}

/// Something was committed after the version was looked at: the snapshot has to be read without kept answers.
struct OutdatedAnswers: Error {}

/// A store's kept answers, at one version.
package final class KeptAnswers: Sendable {
    private struct State {
        var version: UInt64 = 0
        var isClosed = false
        /// For each type of question, its answers by their questions.
        var byType: [ObjectIdentifier: any Sendable] = [:]
    }

    private let state = Mutex(State())

    func find<K: Keepable>(_ question: K, at version: UInt64) -> K.Answer? {
        state.withLock { state in
            guard state.version == version, !state.isClosed else { return nil }
            return (state.byType[ObjectIdentifier(K.self)] as? [K: K.Answer])?[question]
        }
    }

    func keep<K: Keepable>(_ answer: K.Answer, of question: K, at version: UInt64) {
        state.withLock { state in
            if state.isClosed { return }
            if state.version != version { state = State(version: version) }
            let type = ObjectIdentifier(K.self)
            var answers = state.byType[type] as? [K: K.Answer] ?? [:]
            if answers.count >= K.mostKept { answers = [:] }
            answers[question] = answer
            state.byType[type] = answers
        }
    }

    /// Forgets all, for good.
    func close() { state.withLock { $0 = State(isClosed: true) } }
}
