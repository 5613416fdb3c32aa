import KohortCore
import KohortStore

/// A trainee's talks by their days, and how the mentor's keep to the programme's cadence.
package struct TraineeTalks: Query {
    package struct Answer: Hashable, Sendable {
        package let talks: [Talk]
        package let mentor: TalkCadence
    }

    package static let permission = Permission.readTrainee
    package var scope: Scope { .trainee(trainee) }
    package let trainee: TraineeID

    package init(trainee: TraineeID) { self.trainee = trainee }

    package func fetch(in read: borrowing Read) throws -> Answer {
        let (trainee, cohort) = try read.trainee(trainee)
        let talks = try Talk.all(of: trainee.id, in: read)
        return Answer(talks: talks, mentor: TalkCadence(of: trainee, cohort, talks, on: cohort.today(read.now)))
    }
}

/// The trainees of a cohort whose mentor's talk is overdue (KS11-23), the longest first.
package struct OverdueTalks: Query {
    package struct Line: Hashable, Sendable {
        package let trainee: TraineeID
        package let name: String
        package let employer: OrganisationID
        package let cadence: TalkCadence
    }

    package static let permission = Permission.readTrainees
    package let scope = Scope.anywhere
    package let cohort: CohortID

    package init(cohort: CohortID) { self.cohort = cohort }

    package func fetch(in read: borrowing Read) throws -> [Line] {
        try Self.lines(in: try read.ask(CohortDirectory.self).find(.id(cohort), read), by: Self.permission, read)
    }

    static func lines(
        in plan: CohortPlan, by permission: Permission, _ read: borrowing Read
    ) throws -> [Line] {
        let reach: SQL =
            switch try read.reach(of: permission) {
            case .all: ""
            case .organisations(let own): "and employer in (\(list: own.sorted()))"
            }
        let trainees = try read.all(Trainee.self, "where cohort = \(plan.id) and state = 'enrolled' \(reach)")
        let talks = try read.all(
            Talk.self, "where kind = 'mentor' and trainee in (select id from trainee where cohort = \(plan.id))")
        let byTrainee = Dictionary(grouping: talks, by: \.trainee)
        return trainees.map { trainee in
            Line(
                trainee: trainee.id, name: trainee.name, employer: trainee.employer,
                cadence: TalkCadence(of: trainee, plan, byTrainee[trainee.id] ?? [], on: plan.today(read.now)))
        }.filter(\.cadence.isOverdue).sorted { left, right in
            let (mine, others) = (left.cadence.nextBy ?? plan.period.end, right.cadence.nextBy ?? plan.period.end)
            return (mine, left.name.alphabetical, left.trainee) < (others, right.name.alphabetical, right.trainee)
        }
    }
}

extension TalkCadence {
    init(of trainee: Trainee, _ cohort: CohortPlan, _ talks: [Talk], on today: LocalDate) {
        self.init(
            everyMonths: cohort.rules.talks.mentorEveryMonths, period: trainee.period,
            talks: talks.filter { $0.kind == .mentor }.map(\.heldOn), today: today)
    }
}
