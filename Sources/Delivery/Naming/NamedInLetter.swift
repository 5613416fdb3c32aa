import KohortCore
import KohortStore

extension Permission {
    /// To write the letters that tell people what they were named to: the daemon's.
    package static let writeNamingMail = Permission("delivery.naming.write_letter")
}

/// What a `NamingLetter` says when it is sent. `notFound` for who is no longer what they were named to be, and where
/// the trainee's time is over.
package struct NamedInLetter: Query {
    package struct Answer: Hashable, Sendable {
        package let contact: Contact
        package let trainee: Trainee
        package let employer: String
        /// Where and when a supervisor's placement is.
        package let host: String?
        package let period: Period
        /// The name of who named them.
        package let by: String?
    }

    package static let permission = Permission.writeNamingMail
    package let scope = Scope.consortium
    package let letter: NamingLetter

    package init(letter: NamingLetter) { self.letter = letter }

    package func fetch(in read: borrowing Read) throws -> Answer {
        let found = try read.inCohort(letter.trainee)
        let people = try read.ask(PeopleDirectory.self).find(Set([letter.person, letter.by].compactMap(\.self)), read)
        guard try found.trainee.state.isOpen && isNamed(found.trainee, read), let contact = people[letter.person] else {
            throw Rejection.notFound
        }
        let hosts = try Hosts.on(found.today, read)
        let placement = try letter.placement.map { try read.find(Placement.self, $0) }
        return Answer(
            contact: contact, trainee: found.trainee, employer: hosts.name(of: found.trainee.employer),
            host: placement.map { hosts.name(of: $0.host) }, period: placement?.period ?? found.trainee.period,
            by: letter.by.flatMap { people[$0]?.name })
    }

    private func isNamed(_ trainee: Trainee, _ read: borrowing Read) throws -> Bool {
        switch letter.part {
        case .trainee: trainee.person == letter.person && trainee.state == .enrolled
        case .supervisor:
            try letter.placement.flatMap { try Supervision.current(of: $0, in: read) }?.person == letter.person
        case .proposedMentor: try isMentor(.proposed, read)
        case .mentor: try isMentor(.active, read)
        }
    }

    private func isMentor(_ state: Mentorship.State, _ read: borrowing Read) throws -> Bool {
        try Mentorship.open(of: letter.trainee, in: read).contains { $0.person == letter.person && $0.state == state }
    }
}
