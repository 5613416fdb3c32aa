import KohortCore
import KohortStore
import KohortTesting
import Recruitment
import Testing

/// Every verb and every screen asks for its own right on its own object.
struct RightsTests {
    private static let round = RoundID.new()
    private static let organisation = OrganisationID.new()
    private static let candidacy = CandidacyID.new()

    private func expect(
        _ command: some Command, _ code: String, _ scope: Scope, in store: TestStore,
        at location: SourceLocation = #_sourceLocation
    ) async {
        #expect(type(of: command).permission == Permission(code), sourceLocation: location)
        #expect(command.scope == scope, sourceLocation: location)
        await #expect(throws: Rejection.forbidden, sourceLocation: location) { _ = try await store.perform(command) }
    }

    private func expect(
        _ query: some Query, _ code: String, _ scope: Scope, in store: TestStore,
        at location: SourceLocation = #_sourceLocation
    ) async {
        #expect(type(of: query).permission == Permission(code), sourceLocation: location)
        #expect(query.scope == scope, sourceLocation: location)
        await #expect(throws: Rejection.forbidden, sourceLocation: location) { _ = try await store.fetch(query) }
    }

    private func store() async throws -> TestStore {
        try await TestStore.make(modules: [RecruitmentSchema.module], allowing: .nothing)
    }

    @Test func `verbs on a round`() async throws {
        let store = try await store()
        let world = try await RecruitmentWorld.make()
        await expect(try world.planned(), "recruitment.round.plan", .consortium, in: store)
        let round = Scope.round(Self.round)
        await expect(
            MoveDeadlines(round: Self.round, deadlines: .sample), "recruitment.round.move", round, in: store)
        await expect(PublishCall(round: Self.round, channels: []), "recruitment.round.publish", round, in: store)
        await expect(ReleasePool(round: Self.round), "recruitment.round.release", round, in: store)
        await expect(CloseRound(round: Self.round), "recruitment.round.close", round, in: store)
    }

    @Test func `verbs on a demand`() async throws {
        let store = try await store()
        let own = Scope.organisation(Self.organisation)
        await expect(
            StateDemand(id: .new(), round: Self.round, organisation: Self.organisation, terms: .sample()),
            "recruitment.demand.state", own, in: store)
        await expect(
            StateDemandLate(id: .new(), round: Self.round, organisation: Self.organisation, terms: .sample()),
            "recruitment.demand.override", .round(Self.round), in: store)
        await expect(
            ChangeDemand(demand: .new(), organisation: Self.organisation, terms: .sample()),
            "recruitment.demand.change", own, in: store)
        await expect(
            WithdrawDemand(demand: .new(), organisation: Self.organisation), "recruitment.demand.withdraw", own,
            in: store)
        await expect(
            ApproveDemand(demand: .new(), positions: 1), "recruitment.demand.decide", .consortium, in: store)
        await expect(DeclineDemand(demand: .new()), "recruitment.demand.decide", .consortium, in: store)
    }

    @Test func `verbs on a candidacy`() async throws {
        let store = try await store()
        let form = CandidacyForm.complete([])
        let own = Scope.candidacy(Self.candidacy)
        await expect(
            SaveDraft(id: .new(), round: Self.round, form: form), "recruitment.candidacy.start", .round(Self.round),
            in: store)
        await expect(
            ApplyForPlaces(id: .new(), round: Self.round, form: form, documents: [], submits: true),
            "recruitment.candidacy.start", .round(Self.round), in: store)
        await expect(
            ChangeCandidacy(candidacy: Self.candidacy, form: form), "recruitment.candidacy.change", own, in: store)
        await expect(SubmitCandidacy(candidacy: Self.candidacy), "recruitment.candidacy.change", own, in: store)
        await expect(
            AttachDocument(candidacy: Self.candidacy, document: .cv()), "recruitment.candidacy.change", own, in: store)
        await expect(
            RemoveDocument(candidacy: Self.candidacy, document: .new()), "recruitment.candidacy.change", own, in: store)
        await expect(WithdrawCandidacy(candidacy: Self.candidacy), "recruitment.candidacy.withdraw", own, in: store)
        await expect(OpenCandidacy(candidacy: Self.candidacy), "recruitment.candidacy.open", own, in: store)
    }

    @Test func `the register of openings`() async throws {
        let store = try await store()
        await expect(CandidacyOpenings(), "recruitment.opening.read", .consortium, in: store)
        await expect(CandidacyOpenings(of: .new()), "recruitment.opening.read", .consortium, in: store)
    }

    @Test func screens() async throws {
        let store = try await store()
        let own = Scope.candidacy(Self.candidacy)
        await expect(RoundList(), "recruitment.round.read", .anywhere, in: store)
        await expect(RoundDetail(round: .id(Self.round)), "recruitment.round.read", .consortium, in: store)
        await expect(RoundDates(), "recruitment.call.read", .consortium, in: store)
        await expect(VacancyList(), "recruitment.call.read", .consortium, in: store)
        await expect(VacancyDetail(vacancy: .new()), "recruitment.call.read", .consortium, in: store)
        await expect(SeekingEmployers(), "recruitment.call.read", .consortium, in: store)
        await expect(DemandList(round: .id(Self.round)), "recruitment.demand.read", .anywhere, in: store)
        await expect(OwnCandidacy(candidacy: Self.candidacy), "recruitment.candidacy.read_own", own, in: store)
        await expect(
            CandidacyDocumentFile(candidacy: Self.candidacy, document: .new()), "recruitment.document.read", own,
            in: store)
    }
}
