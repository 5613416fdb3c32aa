import KohortCore
import KohortStore

/// A cohort's trainees, by name: all for the lead, for an employer its own and those whom it hosts.
package struct TraineeList: Query {
    package struct Line: Hashable, Sendable {
        package let trainee: Trainee
        package let employer: String
        /// Where the trainee works today.
        package let host: String?
        package let mentor: Follower?
        /// Who is only asked to be mentor.
        package let isMentorProposed: Bool
        /// The placement at work lacks a supervisor, or a later one does (KS11-25).
        package let lacksSupervisor: Bool
        /// Why the trainee cannot start (KS11-20).
        package let missing: [StartRequirement]
    }

    package static let permission = Permission.readTrainees
    package let scope = Scope.anywhere
    package let cohort: CohortReference

    package init(cohort: CohortReference) { self.cohort = cohort }

    package func fetch(in read: borrowing Read) throws -> [Line] {
        let picture = try CohortPicture(of: cohort, by: Self.permission, read)
        let hosts = try Hosts.on(picture.today, read)
        let contacts = try read.ask(PeopleDirectory.self).find(picture.people, read)
        let missing = try missing(in: picture, read)
        return picture.trainees.map { trainee in
            let mentorship = picture.mentorship(of: trainee.id)
            let isOpen = trainee.state.isOpen
            return Line(
                trainee: trainee, employer: hosts.name(of: trainee.employer),
                host: isOpen ? picture.current(of: trainee.id).map { hosts.name(of: $0.host) } : nil,
                mentor: mentorship.map { Follower($0.person, contacts) },
                isMentorProposed: mentorship?.state == .proposed,
                lacksSupervisor: isOpen && !picture.unsupervised(of: trainee.id).isEmpty,
                missing: trainee.state == .blocked ? missing[trainee.employer] ?? [] : [])
        }
    }

    /// Once for each employer that has trainees who wait.
    private func missing(
        in picture: CohortPicture, _ read: borrowing Read
    ) throws -> [OrganisationID: [StartRequirement]] {
        var missing: [OrganisationID: [StartRequirement]] = [:]
        for employer in Set(picture.trainees.filter { $0.state == .blocked }.map(\.employer)) {
            missing[employer] = try StartRequirement.missing(at: employer, in: picture.cohort, read)
        }
        return missing
    }
}

/// Somebody who follows a trainee, with how to reach them; the contact is nil once the person is erased.
package struct Follower: Hashable, Sendable {
    package let person: PersonID
    package let contact: Contact?

    init(_ person: PersonID, _ contacts: [PersonID: Contact]) {
        (self.person, contact) = (person, contacts[person])
    }
}
