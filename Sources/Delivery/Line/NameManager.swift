import KohortCore
import KohortStore

/// Names the one manager of a unit, in place of the one before.
package struct NameManager: Command {
    package static let permission = Permission.keepLine
    package static let events: [any Event.Type] = [ManagerNamed.self]
    package var scope: Scope { .organisation(organisation) }
    package let organisation: OrganisationID
    package let unit: UnitID
    package let contact: Contact

    package init(organisation: OrganisationID, unit: UnitID, contact: Contact) {
        (self.organisation, self.unit, self.contact) = (organisation, unit, contact)
    }

    package func perform(in write: borrowing Write) throws -> Done {
        guard try Hosts.on(write.now.dateInUTC, write.read).unit(unit, of: organisation) != nil else {
            throw Rejection.notFound
        }
        let person = try write.enrol(contact)
        let former = try write.read.first("select person from unit_manager where unit = \(unit)") {
            try $0[0] as PersonID
        }
        guard former != person else { return Done() }
        try write.execute("delete from unit_manager where unit = \(unit)")
        try write.execute(
            """
            insert into unit_manager (unit, organisation, person, named_at)
            values (\(unit), \(organisation), \(person), \(write.now))
            """)
        for trainee in try UnitManager.trainees(in: unit, mentoredBy: person, write.read) {
            try write.checkMentors(of: try write.read.inCohort(trainee), else: "manager.is_mentor")
        }
        try write.record(ManagerNamed(unit: unit, organisation: organisation, person: person))
        return Done()
    }
}

enum UnitManager {
    static let migration = Migration(
        "unit-managers",
        [
            """
            create table unit_manager (unit \(.text) primary key, organisation \(.text) not null, \
            person \(.text) not null, named_at \(.integer) not null)
            """
        ])

    /// Trainees in the programme who have or had a placement in a unit and this person as mentor.
    fileprivate static func trainees(
        in unit: UnitID, mentoredBy person: PersonID, _ read: borrowing Read
    ) throws -> [TraineeID] {
        try read.all(
            """
            select distinct t.id from trainee t join placement p on p.trainee = t.id
            join mentorship m on m.trainee = t.id
            where p.unit = \(unit) and m.person = \(person) and m.state in ('proposed', 'active')
                and t.state in ('blocked', 'enrolled') order by t.id
            """
        ) { try $0[0] }
    }
}

extension Instant {
    /// For what belongs to no cohort and so has no zone; memberships change by the day, and nobody waits for the hour.
    var dateInUTC: LocalDate { LocalDate(daysSince1970: Int(milliseconds / 86_400_000)) }
}
