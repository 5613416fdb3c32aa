import KohortCore
import KohortStore

/// What the actor may do for one trainee, all of it in one snapshot, so that a page offers what its reader can do.
package struct TraineeRights: Query {
    package static let permission = Permission.readTrainee
    package var scope: Scope { .trainee(trainee) }
    package let trainee: TraineeID

    package init(trainee: TraineeID) { self.trainee = trainee }

    package func fetch(in read: borrowing Read) throws -> Set<Permission> {
        var allowed: Set<Permission> = []
        for permission in Self.asked where try read.may(permission, on: scope) { allowed.insert(permission) }
        return allowed
    }

    private static let asked: [Permission] = [
        .planPlacements, .nameMentor, .nameSupervisor, .keepLine, .recordLeave, .extendTrainee, .extendProbation,
        .logMentorTalk,
        .retractTalk, .prepareTrainee, .writeReflection, .reachGoal, .recordEducation, .writeProject, .assessProject,
        .readProject, .evaluateProgramme, .readEvaluations, .recordOutcome, .completeTrainee, .endTrainee,
        .tickChecklist, .awardDiploma, .issueCertificate, .revokeDocument, .readPlan,
    ]
}
