import KohortCore
import KohortStore

/// The employer has prepared the trainee for a gathering (KS11-33), before it is over. Saying it again changes the note.
package struct PrepareTrainee: Command {
    package static let permission = Permission.prepareTrainee
    package static let events: [any Event.Type] = [TraineePrepared.self]
    package var scope: Scope { .trainee(trainee) }
    package let gathering: GatheringID
    package let trainee: TraineeID
    package let note: String

    package init(gathering: GatheringID, trainee: TraineeID, note: String = "") {
        (self.gathering, self.trainee, self.note) = (gathering, trainee, note)
    }

    package func perform(in write: borrowing Write) throws -> Done {
        let (gathering, plan) = try write.openGathering(gathering)
        let (person, _) = try write.read.trainee(trainee)
        try gathering.check(takesPart: person)
        guard plan.today(write.now) <= gathering.days.last else { throw Rejection.conflict("gathering.over") }
        var problems: [FieldProblem] = []
        let note = WrittenText.prose(note, field: "note", limit: 2000, problems: &problems)
        try problems.throwIfAny()
        try write.execute(
            """
            insert into preparation (gathering, trainee, note, prepared_at)
            values (\(gathering.id), \(trainee), \(note), \(write.now))
            on conflict (gathering, trainee) do update set note = excluded.note, prepared_at = excluded.prepared_at
            """)
        try write.record(TraineePrepared(gathering: gathering.id, trainee: trainee, employer: person.employer))
        return Done()
    }
}

/// What a trainee brought home from a gathering (KS11-33): all three are asked for.
package struct Reflection: Hashable, Sendable, Codable {
    package let outcome: String
    package let content: String
    package let participation: String

    package init(outcome: String, content: String, participation: String) {
        (self.outcome, self.content, self.participation) = (outcome, content, participation)
    }
}

/// The trainee reflects on a gathering once it has begun; later words replace the earlier.
package struct WriteReflection: Command {
    package static let permission = Permission.writeReflection
    package static let events: [any Event.Type] = [ReflectionWritten.self]
    package var scope: Scope { .trainee(trainee) }
    package let gathering: GatheringID
    package let trainee: TraineeID
    package let reflection: Reflection

    package init(gathering: GatheringID, trainee: TraineeID, reflection: Reflection) {
        (self.gathering, self.trainee, self.reflection) = (gathering, trainee, reflection)
    }

    package func perform(in write: borrowing Write) throws -> Done {
        let (gathering, plan) = try write.openGathering(gathering)
        let (person, _) = try write.read.trainee(trainee)
        try gathering.check(takesPart: person)
        guard gathering.days.first <= plan.today(write.now) else { throw Rejection.conflict("gathering.not_begun") }
        var problems: [FieldProblem] = []
        let outcome = WrittenText.required(reflection.outcome, field: "outcome", problems: &problems)
        let content = WrittenText.required(reflection.content, field: "content", problems: &problems)
        let part = WrittenText.required(reflection.participation, field: "participation", problems: &problems)
        try problems.throwIfAny()
        try write.execute(
            """
            insert into reflection (gathering, trainee, outcome, content, participation, written_at)
            values (\(gathering.id), \(trainee), \(outcome), \(content), \(part), \(write.now))
            on conflict (gathering, trainee) do update set outcome = excluded.outcome, content = excluded.content,
                participation = excluded.participation, written_at = excluded.written_at
            """)
        try write.record(ReflectionWritten(gathering: gathering.id, trainee: trainee, employer: person.employer))
        return Done()
    }
}
