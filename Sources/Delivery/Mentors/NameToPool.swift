import KohortCore
import KohortStore

/// A member names one of its people to the pool of mentors (ROM-2). Saying it again changes nothing.
package struct NameToPool: Command {
    package static let permission = Permission.keepMentorPool
    package static let events: [any Event.Type] = [MentorPooled.self]
    package var scope: Scope { .organisation(organisation) }
    package let organisation: OrganisationID
    package let contact: Contact

    package init(organisation: OrganisationID, contact: Contact) {
        (self.organisation, self.contact) = (organisation, contact)
    }

    package func perform(in write: borrowing Write) throws -> Done {
        guard try Hosts.on(write.now.dateInUTC, write.read).isMember(organisation) else {
            throw Rejection.conflict("organisation.not_member")
        }
        let person = try write.enrol(contact)
        guard try !PooledMentor.organisations(of: person, in: write.read).contains(organisation) else { return Done() }
        try write.insert(PooledMentor(person: person, organisation: organisation, namedAt: write.now))
        try write.record(MentorPooled(person: person, organisation: organisation))
        return Done()
    }
}

/// Takes somebody out of the pool; trainees keep the mentor that they have.
package struct LeavePool: Command {
    package static let permission = Permission.keepMentorPool
    package static let events: [any Event.Type] = [MentorLeftPool.self]
    package var scope: Scope { .organisation(organisation) }
    package let organisation: OrganisationID
    package let person: PersonID

    package init(organisation: OrganisationID, person: PersonID) {
        (self.organisation, self.person) = (organisation, person)
    }

    package func perform(in write: borrowing Write) throws -> Done {
        let count = try write.execute(
            "delete from pooled_mentor where person = \(person) and organisation = \(organisation)")
        guard count > 0 else { throw Rejection.notFound }
        try write.record(MentorLeftPool(person: person, organisation: organisation))
        return Done()
    }
}
