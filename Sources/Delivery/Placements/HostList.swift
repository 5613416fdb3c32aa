import KohortCore
import KohortStore

/// Where a trainee may be placed, as far as the directory goes; the programme's rules are held against the plan.
package struct HostList: Query {
    package static let permission = Permission.planPlacements
    package var scope: Scope { .trainee(trainee) }
    package let trainee: TraineeID

    package init(trainee: TraineeID) { self.trainee = trainee }

    package func fetch(in read: borrowing Read) throws -> [HostOrganisation] {
        let found = try read.inCohort(trainee)
        let day = max(found.today, found.trainee.period.start)
        return try read.ask(HostDirectory.self).all(day, read).sorted { $0.name.alphabetical < $1.name.alphabetical }
    }
}
