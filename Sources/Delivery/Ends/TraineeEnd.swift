import KohortCore
import KohortStore

/// How a trainee's time ends. What was planned after that day is cancelled, and the placement at work ends with it.
struct TraineeEnd {
    let state: TraineeState
    let on: LocalDate
    let reason: WithdrawalReason?

    /// Of the placements that it changes.
    static let events: [any Event.Type] = [PlacementMoved.self, PlacementCancelled.self, SupervisorEnded.self]

    init(state: TraineeState, on: LocalDate, reason: WithdrawalReason? = nil) {
        (self.state, self.on, self.reason) = (state, on, reason)
    }

    /// A placement as this end leaves it; nil where it never comes to it.
    func cut(_ placement: Placement) -> Placement? {
        guard placement.period.contains(on) else { return placement.period.start > on ? nil : placement }
        var placement = placement
        placement.period = Period(start: placement.period.start, end: on.adding(days: 1)) ?? placement.period
        return placement
    }
}

extension TraineeInCohort {
    /// Throws unless a day can be the last one in the programme of somebody who has not come to its end: within it, not
    /// to come, and not before a placement begins in which a talk was held or that was evaluated.
    func checkEnd(_ on: LocalDate, in read: borrowing Read) throws {
        let attended = try read.all(
            """
            select starts_on from placement where trainee = \(trainee.id) and (
                id in (select placement from talk where trainee = \(trainee.id))
                or id in (select object from evaluation where cohort = \(cohort.id) and kind = 'placement'))
            """
        ) { try $0[0] as LocalDate }
        try check(on, from: attended.reduce(trainee.period.start, max), through: trainee.period.lastDay)
    }
}

extension Write {
    func end(_ found: TraineeInCohort, by end: TraineeEnd) throws {
        for placement in try Placement.all(of: found.trainee.id, in: read) {
            if let cut = end.cut(placement) {
                try move(placement, to: cut, of: found)
            } else {
                try cancel(placement, of: found)
            }
        }
        var trainee = found.trainee
        (trainee.state, trainee.endedOn, trainee.endReason) = (end.state, end.on, end.reason)
        try update(trainee)
    }
}
