import KohortCore

/// Something that somebody who is named to a trainee has to do.
package enum Duty: Hashable, Sendable {
    /// To say yes or no to being a mentor.
    case answerMentorship(MentorshipID)
    /// The mentor's next talk.
    case talk
    case writePlan(PlacementID)
    case agreePlan(PlacementID)
    /// The supervisor's next talk in the course of a placement.
    case followUp(PlacementID)
    case finalTalk(PlacementID)
    case evaluatePlacement(PlacementID)
    case reflect(GatheringID, title: String)
    case nameProject, handInProject, evaluateProgramme
}

/// One thing to do for or by a trainee, and by when.
package struct DutyLine: Hashable, Sendable {
    package let trainee: Trainee
    package let duty: Duty
    package let by: LocalDate?
}

/// What is due in one placement: a pure function of what was done there.
struct PlacementDuties {
    let placement: Placement
    let plan: DevelopmentPlan?
    let talks: [Talk]
    let isEvaluated: Bool
    let rules: TalkRules
    let today: LocalDate

    /// What is coming is told so many days before.
    static let notice = 30

    private var period: Period { placement.period }
    private var isNear: Bool { period.start <= today.adding(days: Self.notice) && today < period.end }
    private var isEnding: Bool { period.end <= today.adding(days: Self.notice) }

    func ofSupervisor() -> [(Duty, LocalDate)] {
        planning(agreed: plan?.supervisorAgreedAt != nil) + talking() + closing()
    }

    func ofTrainee() -> [(Duty, LocalDate)] {
        guard plan != nil else { return [] }
        return planning(agreed: plan?.traineeAgreedAt != nil)
    }

    private func planning(agreed: Bool) -> [(Duty, LocalDate)] {
        guard isNear, !agreed else { return [] }
        return [(plan == nil ? .writePlan(placement.id) : .agreePlan(placement.id), period.start)]
    }

    private func talking() -> [(Duty, LocalDate)] {
        let held = talks.filter { $0.placement == placement.id && $0.kind == .followUp }.map(\.heldOn)
        let cadence = TalkCadence(
            everyMonths: rules.supervisorEveryMonths, period: period, talks: held, today: today)
        guard period.contains(today), let next = cadence.nextBy else { return [] }
        return [(.followUp(placement.id), next)]
    }

    /// The talk at the end can be held until a month after it (KS11-27).
    private func closing() -> [(Duty, LocalDate)] {
        guard rules.closesPeriod, isEnding else { return [] }
        let isHeld = talks.contains { $0.placement == placement.id && $0.kind == .final }
        let canBeHeld = today < period.end.adding(months: 1)
        return (isHeld || !canBeHeld ? [] : [(.finalTalk(placement.id), period.lastDay)])
            + (isEvaluated ? [] : [(.evaluatePlacement(placement.id), period.lastDay)])
    }
}
