import KohortCore
import KohortStore

enum Education {
    static let migration = Migration(
        "education",
        [
            """
            create table education (id \(.text) primary key, trainee \(.text) not null references trainee (id), \
            held_on \(.text) not null, hours \(.integer) not null, about \(.text) not null, \
            recorded_at \(.integer) not null, check (hours between 1 and 24))
            """,
            "create index education_trainee on education (trainee, held_on)",
        ])
}

/// A day's education of a trainee: a course, a lecture, study on one's own.
package struct RecordEducation: Command {
    package static let permission = Permission.recordEducation
    package static let events: [any Event.Type] = [EducationRecorded.self]
    package var scope: Scope { .trainee(trainee) }
    package let education: EducationID
    package let trainee: TraineeID
    package let heldOn: LocalDate
    /// 1–24.
    package let hours: Int
    package let about: String

    package init(education: EducationID, trainee: TraineeID, heldOn: LocalDate, hours: Int, about: String) {
        (self.education, self.trainee, self.heldOn) = (education, trainee, heldOn)
        (self.hours, self.about) = (hours, about)
    }

    package func perform(in write: borrowing Write) throws -> Done {
        let (trainee, cohort) = try write.openTrainee(trainee)
        var problems: [FieldProblem] = []
        let about = WrittenText.line(about, field: "about", problems: &problems)
        if !(1...24).contains(hours) {
            problems.append(FieldProblem("hours", "number.range", ["from": "1", "to": "24"]))
        }
        try problems.throwIfAny()
        try heldOn.checkPast(cohort.today(write.now), field: "held_on")
        try heldOn.checkIn(trainee.period, field: "held_on")
        try write.execute(
            """
            insert into education (id, trainee, held_on, hours, about, recorded_at)
            values (\(education), \(trainee.id), \(heldOn), \(hours), \(about), \(write.now))
            """)
        try write.record(
            EducationRecorded(trainee: trainee.id, employer: trainee.employer, heldOn: heldOn, hours: hours))
        return Done()
    }
}

/// A trainee's division of time, as planned and as recorded.
package struct EducationOfTrainee: Query {
    package static let permission = Permission.readTrainee
    package var scope: Scope { .trainee(trainee) }
    package let trainee: TraineeID

    package init(trainee: TraineeID) { self.trainee = trainee }

    package func fetch(in read: borrowing Read) throws -> EducationShare {
        let (trainee, cohort) = try read.trainee(trainee)
        let hours = try read.count(
            "select cast(coalesce(sum(hours), 0) as bigint) from education where trainee = \(trainee.id)")
        return EducationShare(percent: cohort.rules.educationSharePercent, period: trainee.period, hours: hours)
    }
}

/// A trainee's education of one day was recorded.
package struct EducationRecorded: TraineeEvent, Hashable {
    package static let name = "delivery.education.recorded"
    package let trainee: TraineeID
    package let employer: OrganisationID
    package let heldOn: LocalDate
    package let hours: Int
}

extension Permission {
    package static let recordEducation = Permission("delivery.education.record")
}
