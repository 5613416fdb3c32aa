/// Delivery, noun by noun. Organisations go by their slugs, and a period by its first day and the first day after it.
enum DeliveryAPI {
    static let endpoints: [Endpoint] = Array(
        [
            CohortAPI.endpoints, CohortChanges.endpoints, HostAPI.endpoints, MentorAPI.endpoints, TraineeAPI.endpoints,
            TraineeChanges.endpoints, PlacementAPI.endpoints, FollowerAPI.endpoints, LeaveAPI.endpoints,
            OutcomeAPI.endpoints, ChecklistAPI.endpoints, GoalAPI.endpoints, ProjectAPI.endpoints,
            EducationAPI.endpoints, TalkAPI.endpoints, PlanAPI.endpoints, EvaluationAPI.endpoints,
            GatheringAPI.endpoints, GatheringChanges.endpoints, AttendanceAPI.endpoints, IssuedDocumentAPI.endpoints,
        ].joined())
}
