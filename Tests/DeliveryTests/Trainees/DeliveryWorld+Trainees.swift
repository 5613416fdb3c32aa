import KohortCore
import KohortStore

@testable import Delivery

extension DeliveryWorld {
    /// Every trainee there is, in the order in which they were entered.
    func trainees() async throws -> [Trainee] { try await fetch(AllTrainees()) }
}

/// Reads a module's rows as they are, for tests of what a command wrote.
private struct AllTrainees: Query {
    static let permission = Permission.readTrainees
    let scope = Scope.consortium

    func fetch(in read: borrowing Read) throws -> [Trainee] {
        try read.all(Trainee.self, "order by entered_at, id")
    }
}
