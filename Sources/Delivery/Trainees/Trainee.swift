import KohortCore

/// A person enrolled in a cohort by the employer of record, who stays it throughout (KS11-16).
package struct Trainee: Hashable, Sendable {
    package let id: TraineeID
    package let cohort: CohortID
    package let person: PersonID
    package let name: String
    package let employer: OrganisationID
    package let entrance: Enrolment.Entrance
    /// The offer, nomination or entry that led here.
    package let source: String
    package let field: String
    package let contract: ContractKind
    package internal(set) var state: TraineeState
    /// From the first day of work to the first day after the programme; a leave moves the end.
    package internal(set) var period: Period
    /// The first day after the probation (KS11-18); nil where the programme has none.
    package internal(set) var probationUntil: LocalDate?
    /// Why it was extended, in the coordinator's words; nil while it was not.
    package internal(set) var probationReason: String?
    package let enteredAt: Instant
    /// The last day in the programme, once it has ended.
    package internal(set) var endedOn: LocalDate?
    package internal(set) var endReason: WithdrawalReason?
}

/// How far a trainee has come.
package enum TraineeState: String, Hashable, Sendable, Codable, CaseIterable {
    /// Something that must be in place before the start is missing (KS11-20).
    case blocked
    case enrolled
    case completed
    /// Hired before the end: not a drop-out (GEN-3).
    case hiredEarly = "hired_early"
    case withdrawn
    /// Entered by mistake and struck out: in no figure.
    case removed

    /// Whether the trainee is in the programme or about to start.
    package var isOpen: Bool { self == .blocked || self == .enrolled }
}

/// Why a trainee left before the end; a closed list.
package enum WithdrawalReason: String, Hashable, Sendable, Codable, CaseIterable {
    case otherWork = "other_work"
    case studies, moved, illness, personal, employer, other
}

extension Trainee {
    /// Throws unless the trainee is in the programme: neither blocked nor ended.
    package func checkEnrolled() throws(Rejection) {
        try checkNotEnded()
        if state == .blocked { throw .conflict("trainee.blocked") }
    }

    package func checkNotEnded() throws(Rejection) {
        if !state.isOpen { throw .conflict("trainee.ended") }
    }
}
