import KohortCore
import KohortStore

/// What the acting person is named to, and what is due for them there, the nearest first.
package struct OwnDuties: Query {
    package struct Answer: Hashable, Sendable {
        package let own: MyTrainees.Answer
        package let lines: [DutyLine]
    }

    package static let permission = Permission.readOwnTrainees
    package let scope = Scope.anywhere

    package init() {}

    package func fetch(in read: borrowing Read) throws -> Answer {
        let own = try MyTrainees().fetch(in: read)
        var lines: [DutyLine] = []
        for item in own.asMentor { lines += try mentoring(item, read) }
        for item in own.asSupervisor { lines += try supervising(item, read) }
        for trainee in own.asTrainee { lines += try learning(trainee, read) }
        let inOrder = lines.enumerated().sorted { ($0.element.by, $0.offset) < ($1.element.by, $1.offset) }
        return Answer(own: own, lines: inOrder.map(\.element))
    }

    private func mentoring(_ item: MyTrainees.AsMentor, _ read: borrowing Read) throws -> [DutyLine] {
        guard let plan = try Self.plan(of: item.trainee, read) else { return [] }
        if item.mentorship.state == .proposed {
            return [DutyLine(trainee: item.trainee, duty: .answerMentorship(item.mentorship.id), by: nil)]
        }
        let talks = try Talk.all(of: item.trainee.id, in: read)
        let cadence = TalkCadence(of: item.trainee, plan, talks, on: plan.today(read.now))
        return cadence.nextBy.map { [DutyLine(trainee: item.trainee, duty: .talk, by: $0)] } ?? []
    }

    private func supervising(_ item: MyTrainees.AsSupervisor, _ read: borrowing Read) throws -> [DutyLine] {
        guard let plan = try Self.plan(of: item.trainee, read) else { return [] }
        return try Self.duties(in: item.placement, plan, read).ofSupervisor().map {
            DutyLine(trainee: item.trainee, duty: $0.0, by: $0.1)
        }
    }

    private func learning(_ trainee: Trainee, _ read: borrowing Read) throws -> [DutyLine] {
        guard let plan = try Self.plan(of: trainee, read) else { return [] }
        let own = try Placement.all(of: trainee.id, in: read).flatMap {
            try Self.duties(in: $0, plan, read).ofTrainee()
        }
        let duties = try own + reflecting(trainee, plan, read) + closing(trainee, plan, read)
        return duties.map { DutyLine(trainee: trainee, duty: $0.0, by: $0.1) }
    }

    /// On gatherings that have begun.
    private func reflecting(
        _ trainee: Trainee, _ plan: CohortPlan, _ read: borrowing Read
    ) throws -> [(Duty, LocalDate)] {
        let (today, reflected) = (plan.today(read.now), try Presence(of: trainee.id, read).reflected)
        return try Gathering.standing(in: plan.id, read)
            .filter { $0.kind.isForTrainees && $0.days.first <= today && !reflected.contains($0.id) }
            .map { (.reflect($0.id, title: $0.title), $0.days.last) }
    }

    private func closing(
        _ trainee: Trainee, _ plan: CohortPlan, _ read: borrowing Read
    ) throws -> [(Duty, LocalDate)] {
        let (steps, last) = (plan.rules.completion.steps, trainee.period.lastDay)
        var duties: [(Duty, LocalDate)] = []
        if steps.contains(.projectAssignment) {
            switch try read.first(Project.self, "where trainee = \(trainee.id)")?.state {
            case nil: duties.append((.nameProject, last))
            case .begun, .returned: duties.append((.handInProject, last))
            case .handedIn, .passed: break
            }
        }
        let isNear = last <= plan.today(read.now).adding(days: PlacementDuties.notice)
        if steps.contains(.evaluation), isNear, try !Evaluation.isGiven(by: trainee.id, of: [], read) {
            duties.append((.evaluateProgramme, last))
        }
        return duties
    }

    private static func duties(
        in placement: Placement, _ plan: CohortPlan, _ read: borrowing Read
    ) throws -> PlacementDuties {
        let given = try Evaluation.all(where: "kind = 'placement' and object = \(placement.id)", read)
        return PlacementDuties(
            placement: placement, plan: try DevelopmentPlan.find(of: placement.id, read),
            talks: try Talk.all(of: placement.trainee, in: read), isEvaluated: !given.isEmpty,
            rules: plan.rules.talks, today: plan.today(read.now))
    }

    /// Nil where nothing is to be done any more.
    private static func plan(of trainee: Trainee, _ read: borrowing Read) throws -> CohortPlan? {
        guard trainee.state == .enrolled else { return nil }
        let plan = try read.ask(CohortDirectory.self).find(.id(trainee.cohort), read)
        return try CohortClosing.isClosed(plan.id, in: read) ? nil : plan
    }
}

/// What has no date comes first.
private func < (left: (LocalDate?, Int), right: (LocalDate?, Int)) -> Bool {
    switch (left.0, right.0) {
    case (nil, nil): left.1 < right.1
    case (nil, _): true
    case (_, nil): false
    case (let first?, let second?): first == second ? left.1 < right.1 : first < second
    }
}
