import KohortCore
import KohortStore

/// What the acting person is named to: as trainee, as mentor or asked to be, as supervisor.
package struct MyTrainees: Query {
    package struct Answer: Hashable, Sendable {
        package let asTrainee: [Trainee]
        package let asMentor: [AsMentor]
        package let asSupervisor: [AsSupervisor]
    }

    package struct AsMentor: Hashable, Sendable {
        package let mentorship: Mentorship
        package let trainee: Trainee
    }

    package struct AsSupervisor: Hashable, Sendable {
        package let placement: Placement
        package let trainee: Trainee
    }

    package static let permission = Permission.readOwnTrainees
    package let scope = Scope.anywhere

    package init() {}

    package func fetch(in read: borrowing Read) throws -> Answer {
        guard case .person(let person) = read.actor else { throw Rejection.forbidden }
        let mentorships = try read.all(
            Mentorship.self, "where person = \(person) and state in ('proposed', 'active') order by named_at, id")
        let placements = try read.all(
            Placement.self,
            """
            where id in (select placement from supervision where person = \(person) and until_on is null)
            order by starts_on, id
            """)
        let ids = Set(mentorships.map(\.trainee) + placements.map(\.trainee)).sorted()
        let trainees = try read.all(
            Trainee.self,
            "where (person = \(person) or id in (\(list: ids))) and state <> 'removed' order by entered_at, id")
        let seen = trainees.map { $0.seen(within: .organisations([])) }
        let byID = Dictionary(uniqueKeysWithValues: seen.map { ($0.id, $0) })
        return Answer(
            asTrainee: seen.filter { $0.person == person },
            asMentor: mentorships.compactMap { mentorship in
                byID[mentorship.trainee].map { AsMentor(mentorship: mentorship, trainee: $0) }
            },
            asSupervisor: placements.compactMap { placement in
                byID[placement.trainee].map { AsSupervisor(placement: placement, trainee: $0) }
            })
    }
}
