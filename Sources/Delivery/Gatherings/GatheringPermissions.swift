import KohortCore

extension Permission {
    /// To plan, move, describe and cancel a cohort's gatherings.
    package static let planGathering = Permission("delivery.gathering.plan")
    package static let readGatherings = Permission("delivery.gathering.read")
    package static let recordAttendance = Permission("delivery.attendance.record")
    /// To say that an employer has prepared its trainee (KS11-33).
    package static let prepareTrainee = Permission("delivery.trainee.prepare")
    package static let writeReflection = Permission("delivery.reflection.write")
    /// To read what a trainee wrote about a gathering.
    package static let readReflections = Permission("delivery.reflection.read")
}
