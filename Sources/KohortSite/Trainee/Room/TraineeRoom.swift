import Delivery
import HTTPTypes
import Hummingbird
import KohortStore
import KohortWeb

extension Pages {
    static let traineeRoom: [any Page.Type] = [SheetScreen.self, DiplomaScreen.self, VerificationScreen.self]
}

extension Site {
    var traineeRoutes: [Route] {
        meRoutes + placementRoutes + peopleRoutes + followUpRoutes + projectRoutes + closingRoutes + documentRoutes
    }

    private var meRoutes: [Route] {
        [
            page(.get, "/{tenant}/me", .query(OwnDuties.name), MeDesk.show),
            page(
                .post, "/{tenant}/trainees/{trainee}/mentors/{mentorship}/acceptance",
                .command(AcceptMentorship.name), MeDesk.accept),
            page(
                .post, "/{tenant}/trainees/{trainee}/mentors/{mentorship}/refusal",
                .command(DeclineMentorship.name), MeDesk.decline),
        ]
    }

    private var placementRoutes: [Route] {
        let path = "/{tenant}/placements/{placement}"
        return [
            page(.get, path, .query(PlacementDetail.name), PeriodDesk.show),
            page(.post, path + "/plan", .command(WriteDevelopmentPlan.name), PeriodDesk.write),
            page(
                .post, path + "/plan/supervisor-agreement", .command(AgreePlanAsSupervisor.name),
                PeriodDesk.agreeAsSupervisor),
            page(
                .post, path + "/plan/trainee-agreement", .command(AgreePlanAsTrainee.name), PeriodDesk.agreeAsTrainee),
            page(.post, path + "/plan/goals/{goal}", .command(ReachLearningGoal.name), PeriodDesk.reach),
            page(.post, path + "/plan/goals/{goal}/removal", .command(ReachLearningGoal.name), PeriodDesk.unreach),
            page(.post, path + "/talks", .command(LogSupervisorTalk.name), PeriodDesk.talk),
            page(.post, path + "/evaluation", .command(EvaluatePlacement.name), PeriodDesk.evaluate),
        ]
    }

    private var peopleRoutes: [Route] {
        [
            trainee(.get, "", .query(TraineeDetail.name), TraineeDesk.show(.overview)),
            trainee(.get, "/placements", .query(HostList.name), TraineeDesk.show(.placements)),
            trainee(.post, "/placements", .command(PlanPlacements.name), PlacementParts.plan),
            trainee(.get, "/people", .query(TraineeDetail.name), TraineeDesk.show(.people)),
            trainee(.post, "/mentors", .command(NameMentor.name), PeopleDesk.nameMentor),
            trainee(
                .post, "/mentors/{mentorship}/ending", .command(EndMentorship.name), PeopleDesk.endMentorship),
            trainee(
                .post, "/placements/{placement}/supervisors/ending", .command(EndSupervision.name),
                PeopleDesk.endSupervision),
            trainee(
                .post, "/placements/{placement}/supervisors", .command(NameSupervisor.name),
                PeopleDesk.nameSupervisor),
            trainee(.post, "/line", .command(MarkAsLine.name), PeopleDesk.mark),
            trainee(.post, "/line/{person}/removal", .command(UnmarkLine.name), PeopleDesk.unmark),
        ]
    }

    private var followUpRoutes: [Route] {
        [
            trainee(.get, "/talks", .query(TraineeTalks.name), TraineeDesk.show(.talks)),
            trainee(.post, "/talks", .command(LogMentorTalk.name), TalkParts.log),
            trainee(.post, "/talks/{talk}/removal", .command(RetractTalk.name), TalkParts.retract),
            trainee(.get, "/gatherings/{gathering}", .query(TraineeAttendance.name), GatheringDesk.show),
            trainee(.post, "/gatherings/{gathering}/preparation", .command(PrepareTrainee.name), GatheringDesk.prepare),
            trainee(.post, "/gatherings/{gathering}/reflection", .command(WriteReflection.name), GatheringDesk.reflect),
            trainee(.get, "/goals", .query(GoalProgress.name), TraineeDesk.show(.goals)),
            trainee(.post, "/goals/{goal}", .command(ReachGoal.name), GoalDesk.reach),
            trainee(.post, "/goals/{goal}/removal", .command(UnreachGoal.name), GoalDesk.unreach),
            trainee(.post, "/education", .command(RecordEducation.name), GoalDesk.educate),
            trainee(.get, "/leaves", .query(TraineeDetail.name), TraineeDesk.show(.leaves)),
            trainee(.post, "/leaves", .command(RecordLeave.name), LeaveParts.record),
            trainee(.post, "/leaves/{leave}/cancellation", .command(CancelLeave.name), LeaveParts.cancel),
            trainee(.post, "/extensions", .command(ExtendTrainee.name), ExtensionParts.extend),
            trainee(.post, "/probation", .command(ExtendProbation.name), LeaveParts.extend),
        ]
    }

    private var projectRoutes: [Route] {
        [
            trainee(.get, "/project", .query(ProjectOfTrainee.name), TraineeDesk.show(.project)),
            trainee(.post, "/project", .command(NameProject.name), ProjectDesk.name),
            trainee(.post, "/project/submission", .command(HandInProject.name), ProjectDesk.handIn),
            trainee(.post, "/project/assessment", .command(AssessProject.name), ProjectDesk.assess),
            trainee(.get, "/project/paper", .query(ProjectOfTrainee.name)) { request, room in
                try await ProjectDesk.paper(request, room)
            },
            trainee(.get, "/evaluation", .query(EvaluationsOfTrainee.name), TraineeDesk.show(.evaluation)),
            trainee(.post, "/evaluation", .command(EvaluateProgramme.name), EvaluationParts.give),
        ]
    }

    private var closingRoutes: [Route] {
        [
            trainee(.get, "/closing", .query(TraineeDetail.name), TraineeDesk.show(.closing)),
            trainee(.post, "/checklist/{item}", .command(TickItem.name), ClosingDesk.tick),
            trainee(.post, "/checklist/{item}/removal", .command(UntickItem.name), ClosingDesk.untick),
            trainee(.post, "/outcomes/{kind}", .command(RecordOutcome.name), ClosingDesk.record),
            trainee(.post, "/outcomes/{kind}/removal", .command(ClearOutcome.name), ClosingDesk.clear),
            trainee(.post, "/completion", .command(CompleteTrainee.name), ClosingDesk.complete),
            trainee(.post, "/early-hire", .command(HireEarly.name), ClosingDesk.hireEarly),
            trainee(.post, "/withdrawal", .command(WithdrawTrainee.name), ClosingDesk.withdraw),
        ]
    }

    private var documentRoutes: [Route] {
        [
            trainee(.post, "/diplomas", .command(AwardDiploma.name), DiplomaDesk.award),
            trainee(.post, "/certificates", .command(IssueCertificate.name), DiplomaDesk.certify),
            trainee(.get, "/documents/{document}", .query(DocumentsOfTrainee.name), DiplomaDesk.show),
            trainee(.post, "/documents/{document}/revocation", .command(RevokeDocument.name), DiplomaDesk.revoke),
            page(.get, "/{tenant}/verification", .query(VerifyDocument.name), VerificationDesk.show),
        ]
    }

    private func trainee(
        _ method: HTTPRequest.Method, _ rest: String, _ entry: Route.Entry,
        _ handler: @escaping @Sendable (Request, TraineeVisit) async throws -> Response
    ) -> Route {
        page(method, "/{tenant}/trainees/{trainee}" + rest, entry) { request, visit in
            try await handler(request, try await TraineeVisit(visit))
        }
    }
}
