import KohortCore
import KohortStore

/// On which of a gathering's days a trainee was there; replaces what was recorded before.
package struct RecordAttendance: Command {
    package static let permission = Permission.recordAttendance
    package static let events: [any Event.Type] = [AttendanceRecorded.self]
    package var scope: Scope { .trainee(trainee) }
    package let gathering: GatheringID
    package let trainee: TraineeID
    package let days: Set<LocalDate>

    package init(gathering: GatheringID, trainee: TraineeID, days: Set<LocalDate>) {
        (self.gathering, self.trainee, self.days) = (gathering, trainee, days)
    }

    package func perform(in write: borrowing Write) throws -> Done {
        let (gathering, plan) = try write.openGathering(gathering)
        let (person, _) = try write.read.trainee(trainee)
        try gathering.check(takesPart: person)
        for day in days.sorted() {
            guard gathering.days.contains(day) else {
                throw Rejection.invalid("days", "date.outside", gathering.bounds)
            }
            try day.checkPast(plan.today(write.now), field: "days")
        }
        try write.execute("delete from attendance where gathering = \(gathering.id) and trainee = \(trainee)")
        for day in days.sorted() {
            try write.execute(
                "insert into attendance (gathering, trainee, attended_on) values (\(gathering.id), \(trainee), \(day))")
        }
        try write.record(
            AttendanceRecorded(
                gathering: gathering.id, trainee: trainee, employer: person.employer, days: days.sorted()))
        return Done()
    }
}

/// How many of an employer's people were at a seminar or meeting (KS11-31); replaces what was recorded before.
package struct RecordEmployerAttendance: Command {
    package static let permission = Permission.recordAttendance
    package static let events: [any Event.Type] = [EmployerAttendanceRecorded.self]
    package var scope: Scope { .organisation(organisation) }
    package let gathering: GatheringID
    package let organisation: OrganisationID
    /// 0–1000.
    package let persons: Int

    package init(gathering: GatheringID, organisation: OrganisationID, persons: Int) {
        (self.gathering, self.organisation, self.persons) = (gathering, organisation, persons)
    }

    package func perform(in write: borrowing Write) throws -> Done {
        let (gathering, plan) = try write.openGathering(gathering)
        guard !gathering.kind.isForTrainees else { throw Rejection.conflict("gathering.for_trainees") }
        guard (0...1000).contains(persons) else {
            throw Rejection.invalid("persons", "number.range", ["from": "0", "to": "1000"])
        }
        try gathering.days.first.checkPast(plan.today(write.now), field: "gathering")
        try write.execute(
            """
            insert into employer_attendance (gathering, organisation, persons)
            values (\(gathering.id), \(organisation), \(persons))
            on conflict (gathering, organisation) do update set persons = excluded.persons
            """)
        try write.record(
            EmployerAttendanceRecorded(gathering: gathering.id, organisation: organisation, persons: persons))
        return Done()
    }
}

extension Gathering {
    /// Throws unless it is for trainees, and for this one's cohort.
    func check(takesPart trainee: Trainee) throws(Rejection) {
        guard trainee.cohort == cohort else { throw .notFound }
        guard kind.isForTrainees else { throw .conflict("gathering.not_for_trainees") }
    }

    fileprivate var bounds: [String: String] { ["from": days.first.description, "to": days.last.description] }
}
