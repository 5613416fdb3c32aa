import KohortCore
import KohortStore

/// Sets the whole of a trainee's plan at once, under the programme's rules. Lines keep their ids; what is left out is
/// cancelled, unless it has begun.
package struct PlanPlacements: Command {
    package static let permission = Permission.planPlacements
    package static let events: [any Event.Type] = PlacementChange.events
    package var scope: Scope { .trainee(trainee) }
    package let trainee: TraineeID
    package let items: [PlacementItem]

    package init(trainee: TraineeID, items: [PlacementItem]) { (self.trainee, self.items) = (trainee, items) }

    package func perform(in write: borrowing Write) throws -> Done {
        let found = try write.present(trainee)
        try write.problems(with: items, for: found).throwIfAny()
        try PlacementChange(of: found, from: Placement.all(of: trainee, in: write.read), to: items)
            .perform(in: write)
        return Done()
    }
}

extension Write {
    /// What is wrong with a plan for a trainee as the hosts stand on each line's first day.
    func problems(with items: [PlacementItem], for found: TraineeInCohort) throws -> [FieldProblem] {
        var hosts: [LocalDate: Hosts] = [:]
        for day in Set(items.map(\.startsOn)) { hosts[day] = try Hosts.on(day, read) }
        let rules = PlacementRules(
            pattern: found.cohort.rules.periods, employer: found.trainee.employer, within: found.trainee.period,
            added: try read.addedDays(of: found.trainee.id), hosts: hosts)
        return rules.problems(in: items)
    }
}
