import KohortCore
import KohortStore

/// Who was at one gathering, day by day and employer by employer.
package struct GatheringAttendance: Query {
    package struct Answer: Hashable, Sendable {
        package let gathering: Gathering
        package let hasBegun: Bool
        /// Of the cohort, as far as the actor reaches, by name; nobody where it is not for trainees.
        package let trainees: [Line]
        /// Persons by employer, of those who have trainees in the cohort; empty where it is for trainees.
        package let employers: [Employer]
    }

    package struct Line: Hashable, Sendable {
        package let trainee: Trainee
        package let days: [LocalDate]
    }

    package struct Employer: Hashable, Sendable {
        package let organisation: OrganisationID
        package let name: String
        /// Nil until it is recorded.
        package let persons: Int?
    }

    package static let permission = Permission.readTrainees
    package let scope = Scope.anywhere
    package let gathering: GatheringID

    package init(gathering: GatheringID) { self.gathering = gathering }

    package func fetch(in read: borrowing Read) throws -> Answer {
        let gathering = try read.find(Gathering.self, gathering)
        let picture = try CohortPicture(of: .id(gathering.cohort), by: Self.permission, read)
        let isForTrainees = gathering.kind.isForTrainees
        return Answer(
            gathering: gathering, hasBegun: gathering.days.first <= picture.today,
            trainees: isForTrainees ? try lines(picture, read) : [],
            employers: isForTrainees ? [] : try employers(picture, read))
    }

    private func lines(_ picture: CohortPicture, _ read: borrowing Read) throws -> [Line] {
        var days: [TraineeID: [LocalDate]] = [:]
        try read.forEach(
            "select trainee, attended_on from attendance where gathering = \(gathering) order by attended_on"
        ) { days[try $0[0], default: []].append(try $0[1]) }
        return picture.trainees.map { Line(trainee: $0, days: days[$0.id] ?? []) }
    }

    private func employers(_ picture: CohortPicture, _ read: borrowing Read) throws -> [Employer] {
        var persons: [OrganisationID: Int] = [:]
        try read.forEach("select organisation, persons from employer_attendance where gathering = \(gathering)") {
            persons[try $0[0]] = try $0[1]
        }
        let hosts = try Hosts.on(picture.today, read)
        return Set(picture.trainees.map(\.employer)).map {
            Employer(organisation: $0, name: hosts.name(of: $0), persons: persons[$0])
        }.sorted { ($0.name.alphabetical, $0.organisation) < ($1.name.alphabetical, $1.organisation) }
    }
}
