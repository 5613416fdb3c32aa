import Delivery
import HTTPTypes
import Hummingbird
import KohortStore
import KohortWeb

extension Pages {
    static let cohortRoom: [any Page.Type] = [
        CohortsScreen.self, CohortScreen.self, CohortBoardScreen.self, CohortGatheringsScreen.self,
        CohortGatheringScreen.self, CohortClosingScreen.self,
    ]
}

extension Site {
    /// The programme office's pages about cohorts.
    var cohortRoutes: [Route] {
        [
            page(.get, "/{tenant}/staff/cohorts", .query(CohortList.name), CohortsDesk.show),
            cohort(.get, "", .query(CohortStanding.name), CohortDesk.show),
            cohort(.get, "/board", .query(PlacementBoard.name), CohortBoardDesk.show),
            cohort(.get, "/board/{placement}", .query(PlacementDetail.name), CohortMoveDesk.show),
            cohort(.post, "/board/{placement}", .command(MovePlacement.name), CohortMoveDesk.move),
            cohort(.get, "/closing", .query(CohortOutcomes.name), CohortClosingDesk.show),
            cohort(.post, "/outcomes", .command(RecordOutcome.name), CohortClosingDesk.record),
            cohort(.post, "/completion", .command(CompleteTrainee.name), CohortClosingDesk.complete),
            cohort(.post, "/closing", .command(CloseCohort.name), CohortClosingDesk.close),
        ] + cohortGatheringRoutes
    }

    private var cohortGatheringRoutes: [Route] {
        let gathering = "/gatherings/{gathering}"
        return [
            cohort(.get, "/gatherings", .query(GatheringList.name), CohortGatheringsDesk.show),
            cohort(.post, "/gatherings", .command(PlanGathering.name), CohortGatheringsDesk.plan),
            cohort(.get, gathering, .query(GatheringAttendance.name), CohortGatheringDesk.show),
            cohort(.post, gathering, .command(MoveGathering.name), CohortGatheringDesk.move),
            cohort(.post, gathering + "/content", .command(FixContent.name), CohortGatheringDesk.fix),
            cohort(.post, gathering + "/cancellation", .command(CancelGathering.name), CohortGatheringDesk.cancel),
            cohort(.post, gathering + "/attendance", .command(RecordAttendance.name), CohortAttendanceDesk.trainees),
            cohort(
                .post, gathering + "/employer-attendance", .command(RecordEmployerAttendance.name),
                CohortAttendanceDesk.employers),
        ]
    }

    private func cohort(
        _ method: HTTPRequest.Method, _ rest: String, _ entry: Route.Entry,
        _ handler: @escaping @Sendable (Request, CohortVisit) async throws -> Response
    ) -> Route {
        page(method, "/{tenant}/staff/cohorts/{cohort}" + rest, entry) { request, visit in
            try await handler(request, try await CohortVisit(visit))
        }
    }
}
