import KohortCore
import KohortStore

/// The coordinator has seen to a point of the checklist, today. Saying it again changes nothing.
package struct TickItem: Command {
    package static let permission = Permission.tickChecklist
    package static let events: [any Event.Type] = [ItemTicked.self]
    package var scope: Scope { .trainee(trainee) }
    package let trainee: TraineeID
    package let item: Slug

    package init(trainee: TraineeID, item: Slug) { (self.trainee, self.item) = (trainee, item) }

    package func perform(in write: borrowing Write) throws -> Done {
        let found = try write.inOpenCohort(trainee)
        guard found.cohort.rules.checklist.contains(where: { $0.slug == item }) else {
            throw Rejection.invalid("item", "choice.unknown")
        }
        guard try Checklist.ticks(of: trainee, in: write.read)[item] == nil else { return Done() }
        try write.execute(
            "insert into checklist_tick (trainee, item, ticked_on) values (\(trainee), \(item), \(found.today))")
        try write.record(ItemTicked(trainee: trainee, employer: found.trainee.employer, item: item, on: found.today))
        return Done()
    }
}

/// The point is not seen to after all.
package struct UntickItem: Command {
    package static let permission = Permission.tickChecklist
    package static let events: [any Event.Type] = [ItemUnticked.self]
    package var scope: Scope { .trainee(trainee) }
    package let trainee: TraineeID
    package let item: Slug

    package init(trainee: TraineeID, item: Slug) { (self.trainee, self.item) = (trainee, item) }

    package func perform(in write: borrowing Write) throws -> Done {
        let found = try write.inOpenCohort(trainee)
        let count = try write.execute("delete from checklist_tick where trainee = \(trainee) and item = \(item)")
        if count > 0 {
            try write.record(ItemUnticked(trainee: trainee, employer: found.trainee.employer, item: item))
        }
        return Done()
    }
}

/// A point of a trainee's checklist is seen to.
package struct ItemTicked: Event, Hashable {
    package static let name = "delivery.checklist.ticked"
    package let trainee: TraineeID
    package let employer: OrganisationID
    package let item: Slug
    package let on: LocalDate
    package var subject: Subject { Subject("trainee", trainee) }
    package var audience: Audience { .organisation(employer) }
}

/// It is not.
package struct ItemUnticked: Event, Hashable {
    package static let name = "delivery.checklist.unticked"
    package let trainee: TraineeID
    package let employer: OrganisationID
    package let item: Slug
    package var subject: Subject { Subject("trainee", trainee) }
    package var audience: Audience { .organisation(employer) }
}
