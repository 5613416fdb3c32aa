import KohortCore
import KohortTesting

@testable import KohortStore

extension TestStore {
    /// Lends a transaction and commits it, for tests of what commands can do rather than of commands.
    func write<Answer>(
        at now: Instant = .at("2026-09-01T10:00:00Z"), _ body: (borrowing Write) throws -> Answer
    ) throws -> Answer {
        try withConnection { connection in
            try connection.begin()
            defer { connection.rollback() }
            let composition = Composition(schema: Schema([]), authority: .everything)
            let transaction = Transaction(
                tenant: store.tenant, actor: .system, now: now, composition: composition, connection: connection)
            let answer = try body(Write(transaction))
            try connection.commit()
            return answer
        }
    }
}
