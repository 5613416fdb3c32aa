/// Has many do something at the same time, and answers what each of them came to, in no order.
package func atOnce<Doer: Sendable, Answer: Sendable>(
    _ doers: [Doer], _ deed: @escaping @Sendable (Doer) async throws -> Answer
) async -> [Result<Answer, any Error>] {
    await withTaskGroup(of: Result<Answer, any Error>.self) { group in
        for doer in doers {
            group.addTask {
                do { return .success(try await deed(doer)) } catch { return .failure(error) }
            }
        }
        return await group.reduce(into: []) { $0.append($1) }
    }
}

extension Sequence {
    /// What succeeded.
    package func successes<Answer>() -> [Answer] where Element == Result<Answer, any Error> {
        compactMap { try? $0.get() }
    }

    /// What the others were refused with.
    package func failures<Answer>() -> [any Error] where Element == Result<Answer, any Error> {
        compactMap { if case .failure(let error) = $0 { error } else { nil } }
    }
}
