import KohortCore

/// A trainee was or is away. The reason stays out of the journal: it may tell of somebody's health.
package struct LeaveRecorded: TraineeEvent, OfLeave, Hashable {
    package static let name = "delivery.leave.recorded"
    package let leave: LeaveID
    package let trainee: TraineeID
    package let employer: OrganisationID
    package let startsOn: LocalDate
    package let endsBefore: LocalDate
    /// The first day after the programme, as it is now.
    package let programmeEndsBefore: LocalDate
}

/// A leave is taken back.
package struct LeaveCancelled: TraineeEvent, OfLeave, Hashable {
    package static let name = "delivery.leave.cancelled"
    package let leave: LeaveID
    package let trainee: TraineeID
    package let employer: OrganisationID
    package let startsOn: LocalDate
    package let endsBefore: LocalDate
    /// The first day after the programme, as it is now.
    package let programmeEndsBefore: LocalDate
}

/// What the events of a leave hold alike.
protocol OfLeave {
    init(
        leave: LeaveID, trainee: TraineeID, employer: OrganisationID, startsOn: LocalDate, endsBefore: LocalDate,
        programmeEndsBefore: LocalDate)
}

extension OfLeave {
    init(_ leave: Leave, of trainee: Trainee) {
        self.init(
            leave: leave.id, trainee: trainee.id, employer: trainee.employer, startsOn: leave.period.start,
            endsBefore: leave.period.end, programmeEndsBefore: trainee.period.end)
    }
}
