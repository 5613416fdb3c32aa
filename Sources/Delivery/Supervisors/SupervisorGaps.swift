import KohortCore
import KohortStore

/// The placements of a cohort, present and planned, that lack a supervisor (KS11-25); the next first.
package struct SupervisorGaps: Query {
    package struct Line: Hashable, Sendable {
        package let placement: Placement
        package let trainee: String
        package let host: String
    }

    package static let permission = Permission.readTrainees
    package let scope = Scope.anywhere
    package let cohort: CohortReference

    package init(cohort: CohortReference) { self.cohort = cohort }

    package func fetch(in read: borrowing Read) throws -> [Line] {
        let picture = try CohortPicture(of: cohort, by: Self.permission, read)
        let hosts = try Hosts.on(picture.today, read)
        return picture.trainees.filter(\.state.isOpen).flatMap { trainee in
            picture.unsupervised(of: trainee.id).map {
                Line(placement: $0, trainee: trainee.name, host: hosts.name(of: $0.host))
            }
        }.sorted { ($0.placement.period.start, $0.placement.id) < ($1.placement.period.start, $1.placement.id) }
    }
}
