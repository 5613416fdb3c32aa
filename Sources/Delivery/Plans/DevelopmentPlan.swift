import KohortCore
import KohortStore

/// What a trainee is to do and learn in a placement, written by supervisor and trainee (KS11-26).
package struct DevelopmentPlan: Hashable, Sendable {
    package let placement: PlacementID
    package let responsibilities: String
    package let tasks: String
    package let goals: [LearningGoal]
    package let writtenAt: Instant
    package let supervisorAgreedAt: Instant?
    package let traineeAgreedAt: Instant?
}

/// Something concrete to learn.
package struct LearningGoal: Hashable, Sendable, Codable {
    package let text: String
    package let reachedOn: LocalDate?

    package init(text: String, reachedOn: LocalDate? = nil) { (self.text, self.reachedOn) = (text, reachedOn) }
}

extension DevelopmentPlan {
    static let migration = Migration(
        "development-plans",
        [
            """
            create table development_plan (placement \(.text) primary key references placement (id), \
            responsibilities \(.text) not null, tasks \(.text) not null, written_at \(.integer) not null, \
            supervisor_agreed_at \(.integer), trainee_agreed_at \(.integer))
            """,
            """
            create table learning_goal (placement \(.text) not null references development_plan (placement), \
            position \(.integer) not null, words \(.text) not null, reached_on \(.text), \
            primary key (placement, position))
            """,
        ])

    static func drop(of placement: PlacementID, in write: borrowing Write) throws {
        try write.execute("delete from learning_goal where placement = \(placement)")
        try write.execute("delete from development_plan where placement = \(placement)")
    }

    static func find(of placement: PlacementID, _ read: borrowing Read) throws -> DevelopmentPlan? {
        let goals = try read.all(
            "select words, reached_on from learning_goal where placement = \(placement) order by position"
        ) { LearningGoal(text: try $0[0], reachedOn: try $0[1]) }
        return try read.first(
            """
            select responsibilities, tasks, written_at, supervisor_agreed_at, trainee_agreed_at
            from development_plan where placement = \(placement)
            """
        ) { tuple in
            DevelopmentPlan(
                placement: placement, responsibilities: try tuple[0], tasks: try tuple[1], goals: goals,
                writtenAt: try tuple[2], supervisorAgreedAt: try tuple[3], traineeAgreedAt: try tuple[4])
        }
    }
}
