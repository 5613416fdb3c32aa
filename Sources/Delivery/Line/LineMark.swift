import KohortCore
import KohortStore

/// Somebody whom the coordinator counts as the trainee's line, beside supervisors and managers (KS11-22).
enum LineMark {
    static let migration = Migration(
        "line-marks",
        [
            """
            create table line_mark (trainee \(.text) not null references trainee (id), person \(.text) not null, \
            marked_at \(.integer) not null, primary key (trainee, person))
            """
        ])

    static func count(_ person: PersonID, of trainee: TraineeID, in read: borrowing Read) throws -> Int {
        try read.count("select count(*) from line_mark where trainee = \(trainee) and person = \(person)")
    }

    /// Whom the coordinator marked, the first marked first.
    static func all(of trainee: TraineeID, in read: borrowing Read) throws -> [PersonID] {
        try read.all("select person from line_mark where trainee = \(trainee) order by marked_at, person") {
            try $0[0]
        }
    }
}

/// Counts somebody as the trainee's line. Saying it again changes nothing.
package struct MarkAsLine: Command {
    package static let permission = Permission.keepLine
    package static let events: [any Event.Type] = [LineMarked.self]
    package var scope: Scope { .trainee(trainee) }
    package let trainee: TraineeID
    package let contact: Contact

    package init(trainee: TraineeID, contact: Contact) { (self.trainee, self.contact) = (trainee, contact) }

    package func perform(in write: borrowing Write) throws -> Done {
        let found = try write.present(trainee)
        let person = try write.enrol(contact)
        if try LineMark.count(person, of: trainee, in: write.read) > 0 { return Done() }
        try write.execute(
            "insert into line_mark (trainee, person, marked_at) values (\(trainee), \(person), \(write.now))")
        try write.checkMentors(of: found, else: "line.is_mentor")
        try write.record(LineMarked(trainee: trainee, person: person, employer: found.trainee.employer))
        return Done()
    }
}

/// Takes such a mark away.
package struct UnmarkLine: Command {
    package static let permission = Permission.keepLine
    package static let events: [any Event.Type] = [LineUnmarked.self]
    package var scope: Scope { .trainee(trainee) }
    package let trainee: TraineeID
    package let person: PersonID

    package init(trainee: TraineeID, person: PersonID) { (self.trainee, self.person) = (trainee, person) }

    package func perform(in write: borrowing Write) throws -> Done {
        guard try LineMark.count(person, of: trainee, in: write.read) > 0 else { throw Rejection.notFound }
        let found = try write.present(trainee)
        try write.execute("delete from line_mark where trainee = \(trainee) and person = \(person)")
        try write.record(LineUnmarked(trainee: trainee, person: person, employer: found.trainee.employer))
        return Done()
    }
}

extension Write {
    /// The person of a contact that a form named, once its name is in order.
    func enrol(_ contact: Contact) throws -> PersonID {
        var problems: [FieldProblem] = []
        return try ask(PeopleDirectory.self).enrol(try contact.checked("name", &problems), self)
    }
}
