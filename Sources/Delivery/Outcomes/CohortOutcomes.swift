import KohortCore
import KohortStore

/// What became of a cohort's trainees, by name, in two statements however many they are.
package struct CohortOutcomes: Query {
    package struct Line: Hashable, Sendable {
        package let trainee: Trainee
        /// In the order in which they are to come.
        package let facts: [OutcomeFact]
    }

    package static let permission = Permission.readTrainees
    package let scope = Scope.anywhere
    package let cohort: CohortReference

    package init(cohort: CohortReference) { self.cohort = cohort }

    package func fetch(in read: borrowing Read) throws -> [Line] {
        let picture = try CohortPicture(of: cohort, by: Self.permission, read)
        let facts = Dictionary(
            grouping: try read.all(
                OutcomeFact.self,
                "where trainee in (select id from trainee where cohort = \(picture.cohort.id) and state <> 'removed')"),
            by: \.trainee)
        return picture.trainees.map { trainee in
            Line(trainee: trainee, facts: (facts[trainee.id] ?? []).sorted { $0.kind < $1.kind })
        }
    }
}
