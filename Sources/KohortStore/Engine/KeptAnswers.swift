import Synchronization

/// A query whose answer hangs on the tenant's data and its own values alone, not on who asks nor on the time: it is
/// fetched once until the next commit. Whether somebody may ask is looked up each time.
package protocol KeptQuery: Query, Hashable {}

extension Query {
    package static var isKept: Bool { false }

    package func fetch(in read: borrowing Read, keptIn answers: KeptAnswers, at version: UInt64) throws -> Answer {
        try fetch(in: read)
    }
}

extension KeptQuery {
    package static var isKept: Bool { true }

    package func fetch(in read: borrowing Read, keptIn answers: KeptAnswers, at version: UInt64) throws -> Answer {
        if let kept = answers.find(self, at: version) { return kept }
        let answer = try fetch(in: read)
        answers.keep(answer, of: self, at: version)
        return answer
    }
}

/// A store's answers to kept queries at one version.
package final class KeptAnswers: Sendable {
    private struct State {
        var version: UInt64 = 0
        var count = 0
        /// For each type of query, its answers by their queries.
        var byType: [ObjectIdentifier: any Sendable] = [:]
    }

    /// When there are so many all are forgotten.
    private static let most = 100
    private let state = Mutex(State())

    func find<Q: KeptQuery>(_ query: Q, at version: UInt64) -> Q.Answer? {
        state.withLock { state in
            guard state.version == version else { return nil }
            return (state.byType[ObjectIdentifier(Q.self)] as? [Q: Q.Answer])?[query]
        }
    }

    func keep<Q: KeptQuery>(_ answer: Q.Answer, of query: Q, at version: UInt64) {
        state.withLock { state in
            if state.version != version || state.count >= Self.most { state = State(version: version) }
            let type = ObjectIdentifier(Q.self)
            var answers = state.byType[type] as? [Q: Q.Answer] ?? [:]
            answers[query] = answer
            state.byType[type] = answers
            state.count += 1
        }
    }
}
