import Delivery
import HTTPTypes
import Hummingbird
import KohortCore
import KohortStore
import KohortWeb
import Recruitment

extension Pages {
    static let employerRoom: [any Page.Type] = [
        EmployerHomeScreen.self, DemandScreen.self, PoolScreen.self, CandidateScreen.self, ComparisonScreen.self,
        RankingScreen.self, EmployerOffersScreen.self, NominationScreen.self, EmployerTraineesScreen.self,
        EmployerInvoicesScreen.self,
    ]
}

extension Site {
    var employerRoutes: [Route] {
        [room(.get, "", .query(RoundList.name), EmployerHome.show)] + demandRoutes + poolRoutes + rankingRoutes
            + offerRoutes + nominationRoutes + followUpRoutes + invoiceRoutes
    }

    private var demandRoutes: [Route] {
        [
            room(.get, "/demand", .query(DemandList.name), DemandDesk.show),
            room(.post, "/demands", .command(StateDemand.name), DemandDesk.state),
            room(.get, "/demands/{demand}", .query(DemandList.name), DemandDesk.edit),
            room(.post, "/demands/{demand}", .command(ChangeDemand.name), DemandDesk.change),
            room(.post, "/demands/{demand}/withdrawal", .command(WithdrawDemand.name), DemandDesk.withdraw),
        ]
    }

    private var poolRoutes: [Route] {
        [
            pool(.get, "", .query(CandidacyPool.name), PoolDesk.show),
            pool(.get, "/comparison", .command(OpenCandidacy.name), ComparisonDesk.show),
            pool(.get, "/{candidacy}", .command(OpenCandidacy.name), CandidateDesk.show),
            pool(.post, "/{candidacy}/assessment", .command(AssessCandidacy.name), CandidateDesk.assess),
            pool(.post, "/{candidacy}/rank", .command(ArrangeRanking.name), CandidateDesk.rank),
            room(.get, "/pool/{candidacy}/documents/{document}", .query(CandidacyDocumentFile.name)) { _, room in
                try await DocumentDownload.response(room.visit)
            },
        ]
    }

    /// Whoever is chosen to be compared is in the address of every page of the pool.
    private func pool(
        _ method: HTTPRequest.Method, _ rest: String, _ entry: Route.Entry,
        _ handler: @escaping @Sendable (Request, EmployerVisit) async throws -> Response
    ) -> Route {
        room(method, "/pool" + rest, entry, repeating: PoolAddress.repeating, handler)
    }

    /// The lead may change an employer's list too, and never certify it (BR-4).
    private var rankingRoutes: [Route] {
        [
            room(.get, "/ranking", .query(RankingBoard.name), for: [.coordinator, .lead], RankingDesk.show),
            room(
                .post, "/rankings/{round}", .command(ArrangeRanking.name), for: [.coordinator, .lead], RankingDesk.move),
            room(.post, "/rankings/{round}/certification", .command(CertifyRanking.name), RankingDesk.certify),
        ]
    }

    private var offerRoutes: [Route] {
        [
            room(.get, "/offers", .query(OfferList.name), EmployerOffers.show),
            room(.post, "/offers", .command(MakeOffer.name), repeating: PoolAddress.repeating, CandidateDesk.offer),
            room(.post, "/offers/{offer}/withdrawal", .command(WithdrawOffer.name), EmployerOffers.withdraw),
        ]
    }

    private var nominationRoutes: [Route] {
        [
            room(.get, "/nominations", .query(NominationList.name), NominationDesk.show),
            room(.post, "/nominations", .command(NominateHire.name), NominationDesk.nominate),
            room(
                .post, "/nominations/{nomination}/withdrawal", .command(WithdrawNomination.name),
                NominationDesk.withdraw),
        ]
    }

    private var followUpRoutes: [Route] {
        [
            room(.get, "/trainees", .query(TraineeList.name), EmployerTraineesDesk.show),
            room(.post, "/cohorts/{cohort}/aims", .command(ConfirmAims.name), EmployerTraineesDesk.confirm),
            room(.post, "/cohorts/{cohort}/evaluation", .command(EvaluateCohort.name), EmployerTraineesDesk.evaluate),
            room(.post, "/mentors", .command(NameToPool.name), EmployerTraineesDesk.pool),
            room(.post, "/mentors/{person}/removal", .command(LeavePool.name), EmployerTraineesDesk.leave),
        ]
    }

    func room(
        _ method: HTTPRequest.Method, _ rest: String, _ entry: Route.Entry, for roles: Set<Role> = [.coordinator],
        repeating: Set<String> = [], _ handler: @escaping @Sendable (Request, EmployerVisit) async throws -> Response
    ) -> Route {
        page(method, "/{tenant}/employer/{employer}" + rest, entry, repeating: repeating) { request, visit in
            try await handler(request, try EmployerVisit(visit, roles))
        }
    }
}
