import KohortCore

extension Permission {
    /// To write a development plan and mark its goals; supervisor and trainee do it together (KS11-26).
    package static let writePlan = Permission("delivery.plan.write")
    package static let agreePlanAsSupervisor = Permission("delivery.plan.agree_supervisor")
    package static let agreePlanAsTrainee = Permission("delivery.plan.agree_trainee")
    package static let readPlan = Permission("delivery.plan.read")
}
