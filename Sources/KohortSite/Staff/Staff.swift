import HTTPTypes
import Hummingbird
import KohortStore
import KohortWeb
import Recruitment
import Tenancy

extension Pages {
    static let staffRoom: [any Page.Type] =
        [
            OverviewScreen.self, RoundScreen.self, DeadlinesScreen.self, RoundDemandsScreen.self,
            RoundCandidaciesScreen.self, RoundCandidateScreen.self, RoundOffersScreen.self, InterestsScreen.self,
            MattersScreen.self, ProgrammesScreen.self, ProgrammeVersionsScreen.self, MembersScreen.self,
            MessagesScreen.self, JournalScreen.self, OpeningsScreen.self, IntegrationsScreen.self,
            IntegrationScreen.self,
            WebhookSecretScreen.self,
        ] + billingRoom
}

extension Site {
    var staffRoutes: [Route] {
        [page(.get, "/{tenant}/staff", .query(RoundList.name), OverviewDesk.show)] + roundRoutes
            + roundDemandRoutes + roundCandidacyRoutes + preparationRoutes + billingRoutes + watchRoutes
            + integrationRoutes + cohortRoutes
    }

    private var roundRoutes: [Route] {
        [
            round(.get, "", .query(RoundDetail.name), RoundDesk.show),
            round(.get, "/deadlines", .query(RoundDetail.name), DeadlinesDesk.show),
            round(.post, "/deadlines", .command(MoveDeadlines.name), DeadlinesDesk.move),
            round(.post, "/call", .command(PublishCall.name), RoundDesk.publish),
            round(.post, "/release", .command(ReleasePool.name), RoundDesk.release),
            round(.post, "/closure", .command(CloseRound.name), RoundDesk.close),
            round(.get, "/offers", .query(OfferList.name), RoundOffersDesk.show),
        ]
    }

    private var roundDemandRoutes: [Route] {
        [
            round(.get, "/demands", .query(DemandList.name), RoundDemandsDesk.show),
            round(.post, "/demands", .command(StateDemandLate.name), RoundDemandsDesk.stateLate),
            round(.post, "/demands/{demand}/approval", .command(ApproveDemand.name), RoundDemandsDesk.approve),
            round(.post, "/demands/{demand}/refusal", .command(DeclineDemand.name), RoundDemandsDesk.decline),
        ]
    }

    private var roundCandidacyRoutes: [Route] {
        [
            round(.get, "/candidacies", .query(CandidacyPool.name), RoundCandidaciesDesk.show),
            round(.get, "/candidacies.csv", .command(ExportCandidacies.name), RoundExportDesk.csv),
            round(.get, "/candidacies/{candidacy}", .command(OpenCandidacy.name), RoundCandidateDesk.show),
            round(
                .post, "/candidacies/{candidacy}/withdrawal", .command(WithdrawCandidacy.name),
                RoundCandidateDesk.withdraw),
            round(.get, "/candidacies/{candidacy}/documents/{document}", .query(CandidacyDocumentFile.name)) {
                _, room in
                try await DocumentDownload.response(room.visit)
            },
        ]
    }

    private var preparationRoutes: [Route] {
        [
            page(.get, "/{tenant}/staff/programmes", .query(ProgrammeList.name), ProgrammesDesk.show),
            page(
                .get, "/{tenant}/staff/programmes/{programme}", .query(ProgrammeVersions.name), ProgrammesDesk.versions),
            page(.get, "/{tenant}/staff/members", .query(CurrentDefinition.name), MembersDesk.show),
            page(.get, "/{tenant}/staff/interests", .query(InterestList.name), InterestsDesk.show),
            page(.get, "/{tenant}/staff/matters", .query(MatterList.name), MattersDesk.show),
            page(.post, "/{tenant}/staff/matters", .command(RaiseMatter.name), MattersDesk.raise),
            page(.post, "/{tenant}/staff/matters/{matter}/settlement", .command(SettleMatter.name), MattersDesk.settle),
        ]
    }

    private var watchRoutes: [Route] {
        [
            page(.get, "/{tenant}/staff/messages", .query(OutboxList.name), MessagesDesk.show),
            page(.post, "/{tenant}/staff/messages/{message}/attempts", .command(RetryMessage.name), MessagesDesk.retry),
            page(.get, "/{tenant}/staff/journal", .query(JournalFeed.name), JournalDesk.show),
            page(.get, "/{tenant}/staff/openings", .query(CandidacyOpenings.name), OpeningsDesk.show),
        ]
    }

    private func round(
        _ method: HTTPRequest.Method, _ rest: String, _ entry: Route.Entry,
        _ handler: @escaping @Sendable (Request, RoundVisit) async throws -> Response
    ) -> Route {
        page(method, "/{tenant}/staff/rounds/{round}" + rest, entry) { request, visit in
            try await handler(request, try await RoundVisit(visit))
        }
    }
}
