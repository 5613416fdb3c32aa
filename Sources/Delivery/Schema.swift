import KohortStore

/// The tables of delivery in each tenant's own database.
package enum DeliverySchema {
    package static let module = SchemaModule(
        "delivery",
        [
            Trainee.migration, Anchoring.migration, CohortClosing.migration, Placement.migration,
            Gathering.migration, ReachedGoal.migration, Project.migration, Education.migration, Talk.migration,
            DevelopmentPlan.migration, Evaluation.migration, IssuedDocument.migration,
            Mentorship.migration, PooledMentor.migration, Supervision.migration, UnitManager.migration,
            LineMark.migration, Leave.migration, OutcomeFact.migration, Checklist.migration,
            TraineeExtension.migration,
        ], views: reportViews)
}
