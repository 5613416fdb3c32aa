import KohortCore
import KohortStore

/// The mentor says that they met on a day; nothing else is asked for.
package struct LogMentorTalk: Command {
    package static let permission = Permission.logMentorTalk
    package static let events: [any Event.Type] = [TalkLogged.self]
    package var scope: Scope { .trainee(trainee) }
    package let talk: TalkID
    package let trainee: TraineeID
    package let heldOn: LocalDate

    package init(talk: TalkID, trainee: TraineeID, heldOn: LocalDate) {
        (self.talk, self.trainee, self.heldOn) = (talk, trainee, heldOn)
    }

    package func perform(in write: borrowing Write) throws -> Done {
        let (trainee, cohort) = try write.openTrainee(trainee)
        try heldOn.checkIn(trainee.period, field: "held_on")
        let talk = Talk(
            id: talk, trainee: trainee.id, placement: nil, kind: .mentor, heldOn: heldOn, loggedAt: write.now)
        try write.log(talk, of: trainee, cohort)
        return Done()
    }
}

/// The supervisor says that they talked in the course of a placement, or at its end (KS11-27).
package struct LogSupervisorTalk: Command {
    package static let permission = Permission.logSupervisorTalk
    package static let events: [any Event.Type] = [TalkLogged.self]
    package var scope: Scope { .placement(placement) }
    package let talk: TalkID
    package let placement: PlacementID
    package let isFinal: Bool
    package let heldOn: LocalDate

    package init(talk: TalkID, placement: PlacementID, isFinal: Bool, heldOn: LocalDate) {
        (self.talk, self.placement, self.isFinal, self.heldOn) = (talk, placement, isFinal, heldOn)
    }

    package func perform(in write: borrowing Write) throws -> Done {
        let (placement, trainee, cohort) = try write.openPlacement(placement)
        if isFinal {
            try checkFinal(placement, in: write.read)
        } else {
            try heldOn.checkIn(placement.period, field: "held_on")
        }
        let talk = Talk(
            id: talk, trainee: trainee.id, placement: placement.id, kind: isFinal ? .final : .followUp, heldOn: heldOn,
            loggedAt: write.now)
        try write.log(talk, of: trainee, cohort)
        return Done()
    }

    /// It is held once, in the placement or the month after it.
    private func checkFinal(_ placement: Placement, in read: borrowing Read) throws {
        let span = Period(start: placement.period.start, end: placement.period.end.adding(months: 1))
        try heldOn.checkIn(span ?? placement.period, field: "held_on")
        let held = try read.count("select count(*) from talk where placement = \(placement.id) and kind = 'final'")
        guard held == 0 else { throw Rejection.conflict("talk.final_held") }
    }
}

/// A talk was logged by mistake.
package struct RetractTalk: Command {
    package static let permission = Permission.retractTalk
    package static let events: [any Event.Type] = [TalkRetracted.self]
    package var scope: Scope { .trainee(trainee) }
    package let talk: TalkID
    package let trainee: TraineeID

    package init(talk: TalkID, trainee: TraineeID) { (self.talk, self.trainee) = (talk, trainee) }

    package func perform(in write: borrowing Write) throws -> Done {
        let (trainee, _) = try write.openTrainee(trainee)
        let talk = try write.find(Talk.self, talk)
        guard talk.trainee == trainee.id else { throw Rejection.notFound }
        try write.execute("delete from talk where id = \(talk.id)")
        try write.record(TalkRetracted(talk: talk.id, trainee: trainee.id, employer: trainee.employer))
        return Done()
    }
}

extension Write {
    fileprivate func log(_ talk: Talk, of trainee: Trainee, _ cohort: CohortPlan) throws {
        try talk.heldOn.checkPast(cohort.today(now), field: "held_on")
        let same = try count(
            """
            select count(*) from talk where trainee = \(talk.trainee) and kind = \(talk.kind)
                and held_on = \(talk.heldOn)
            """)
        guard same == 0 else { throw Rejection.conflict("talk.already_logged") }
        try insert(talk)
        try record(TalkLogged(talk, employer: trainee.employer))
    }
}
