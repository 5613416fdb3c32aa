import KohortCore
import KohortStore

/// The pool of mentors, every member's: a trainee's mentor is chosen from another member's (ROM-2).
package struct MentorPool: Query {
    package struct Line: Hashable, Sendable {
        package let person: PersonID
        package let contact: Contact
        package let organisation: OrganisationID
        package let organisationName: String
        /// How many trainees in the programme they are mentor of, or asked to be.
        package let trainees: Int
    }

    package static let permission = Permission.readMentorPool
    package let scope = Scope.anywhere

    package init() {}

    package func fetch(in read: borrowing Read) throws -> [Line] {
        let pooled = try read.all(PooledMentor.self, "order by person, organisation")
        let contacts = try read.ask(PeopleDirectory.self).find(Set(pooled.map(\.person)), read)
        let hosts = try Hosts.on(read.now.dateInUTC, read)
        let trainees = try mentored(read)
        return pooled.compactMap { mentor in
            contacts[mentor.person].map {
                Line(
                    person: mentor.person, contact: $0, organisation: mentor.organisation,
                    organisationName: hosts.name(of: mentor.organisation), trainees: trainees[mentor.person] ?? 0)
            }
        }.sorted { ($0.contact.name.alphabetical, $0.person) < ($1.contact.name.alphabetical, $1.person) }
    }

    private func mentored(_ read: borrowing Read) throws -> [PersonID: Int] {
        var counts: [PersonID: Int] = [:]
        try read.forEach(
            """
            select m.person, count(distinct m.trainee) from mentorship m join trainee t on t.id = m.trainee
            where m.state in ('proposed', 'active') and t.state in ('blocked', 'enrolled') group by m.person
            """
        ) { counts[try $0[0]] = try $0[1] }
        return counts
    }
}
