import KohortCore
import KohortStore

/// What is charged for one trainee, as far as the reader pays it or looks after all; what was cancelled as well.
package struct ChargesOfTrainee: Query {
    package static let permission = Permission.readCharges
    package var scope: Scope { .trainee(trainee) }
    package let trainee: TraineeID

    package init(trainee: TraineeID) { self.trainee = trainee }

    package func fetch(in read: borrowing Read) throws -> [ChargeList.Line] {
        let own = try read.payers(within: Self.permission)
        let names = try read.ask(PayerDirectory.self).names(read)
        return try read.all(Charge.self, "where trainee = \(trainee) and \(own) order by charged_at, id").map {
            ChargeList.Line(charge: $0, payer: try names.name(of: $0.payer))
        }
    }
}
