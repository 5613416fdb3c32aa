import KohortCore
import KohortStore

/// What a cohort's members, trainees and supervisors found, read by the lead.
package struct EvaluationsOfCohort: Query {
    package static let permission = Permission.readEvaluations
    package let scope = Scope.consortium
    package let cohort: CohortID

    package init(cohort: CohortID) { self.cohort = cohort }

    package func fetch(in read: borrowing Read) throws -> [Evaluation] {
        try Evaluation.all(where: "cohort = \(cohort)", read)
    }
}

/// What was found about one trainee's placements and by the trainee, read by the coordinator (KS11-24).
package struct EvaluationsOfTrainee: Query {
    package static let permission = Permission.readEvaluations
    package var scope: Scope { .trainee(trainee) }
    package let trainee: TraineeID

    package init(trainee: TraineeID) { self.trainee = trainee }

    package func fetch(in read: borrowing Read) throws -> [Evaluation] {
        let trainee = try read.trainee(trainee).0.id
        return try Evaluation.all(
            where: """
                (kind = 'trainee' and object = \(trainee))
                or (kind = 'placement' and object in (select id from placement where trainee = \(trainee)))
                """, read)
    }
}
