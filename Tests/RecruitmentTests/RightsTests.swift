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

    private func store() async throws -> TestStore {
        try await TestStore.make(modules: [RecruitmentSchema.module], allowing: .nothing)
    }

    @Test func `verbs on a round`() async throws {
        let store = try await store()
        let world = try await RecruitmentWorld.make()
        #expect(try await store.asked(by: try world.planned()) == AskedRight("recruitment.round.plan", .consortium))
        let round = Scope.round(Self.round)
        #expect(
            try await store.asked(by: MoveDeadlines(round: Self.round, deadlines: .sample))
                == AskedRight("recruitment.round.move", round))
        #expect(
            try await store.asked(by: PublishCall(round: Self.round, channels: []))
                == AskedRight("recruitment.round.publish", round))
        #expect(
            try await store.asked(by: ReleasePool(round: Self.round)) == AskedRight("recruitment.round.release", round))
        #expect(
            try await store.asked(by: CloseRound(round: Self.round)) == AskedRight("recruitment.round.close", round))
    }

    @Test func `verbs on a demand`() async throws {
        let store = try await store()
        let own = Scope.organisation(Self.organisation)
        #expect(
            try await store.asked(
                by: StateDemand(id: .new(), round: Self.round, organisation: Self.organisation, terms: .sample()))
                == AskedRight("recruitment.demand.state", own))
        #expect(
            try await store.asked(
                by: StateDemandLate(id: .new(), round: Self.round, organisation: Self.organisation, terms: .sample()))
                == AskedRight("recruitment.demand.override", .round(Self.round)))
        #expect(
            try await store.asked(by: ChangeDemand(demand: .new(), organisation: Self.organisation, terms: .sample()))
                == AskedRight("recruitment.demand.change", own))
        #expect(
            try await store.asked(by: WithdrawDemand(demand: .new(), organisation: Self.organisation))
                == AskedRight("recruitment.demand.withdraw", own))
        #expect(
            try await store.asked(by: ApproveDemand(demand: .new(), positions: 1))
                == AskedRight("recruitment.demand.decide", .consortium))
        #expect(
            try await store.asked(by: DeclineDemand(demand: .new()))
                == AskedRight("recruitment.demand.decide", .consortium))
    }

    @Test func `verbs on a candidacy`() async throws {
        let store = try await store()
        let form = CandidacyForm.complete([])
        let own = Scope.candidacy(Self.candidacy)
        #expect(
            try await store.asked(by: SaveDraft(id: .new(), round: Self.round, form: form))
                == AskedRight("recruitment.candidacy.start", .round(Self.round)))
        #expect(
            try await store.asked(
                by: ApplyForPlaces(id: .new(), round: Self.round, form: form, documents: [], submits: true))
                == AskedRight("recruitment.candidacy.start", .round(Self.round)))
        #expect(
            try await store.asked(by: ChangeCandidacy(candidacy: Self.candidacy, form: form))
                == AskedRight("recruitment.candidacy.change", own))
        #expect(
            try await store.asked(by: SubmitCandidacy(candidacy: Self.candidacy))
                == AskedRight("recruitment.candidacy.change", own))
        #expect(
            try await store.asked(by: AttachDocument(candidacy: Self.candidacy, document: .cv()))
                == AskedRight("recruitment.candidacy.change", own))
        #expect(
            try await store.asked(by: RemoveDocument(candidacy: Self.candidacy, document: .new()))
                == AskedRight("recruitment.candidacy.change", own))
        #expect(
            try await store.asked(by: WithdrawCandidacy(candidacy: Self.candidacy))
                == AskedRight("recruitment.candidacy.withdraw", own))
        #expect(
            try await store.asked(by: OpenCandidacy(candidacy: Self.candidacy))
                == AskedRight("recruitment.candidacy.open", own))
    }

    @Test func `the register of openings`() async throws {
        let store = try await store()
        #expect(try await store.asked(by: CandidacyOpenings()) == AskedRight("recruitment.opening.read", .consortium))
        #expect(
            try await store.asked(by: CandidacyOpenings(of: .new()))
                == AskedRight("recruitment.opening.read", .consortium))
    }

    @Test func screens() async throws {
        let store = try await store()
        let own = Scope.candidacy(Self.candidacy)
        #expect(try await store.asked(by: RoundList()) == AskedRight("recruitment.round.read", .anywhere))
        #expect(
            try await store.asked(by: RoundDetail(round: .id(Self.round)))
                == AskedRight("recruitment.round.read", .consortium))
        #expect(try await store.asked(by: RoundDates()) == AskedRight("recruitment.call.read", .consortium))
        #expect(try await store.asked(by: VacancyList()) == AskedRight("recruitment.call.read", .consortium))
        #expect(
            try await store.asked(by: PublishedCall(.id(Self.round)))
                == AskedRight("recruitment.call.read", .consortium))
        #expect(
            try await store.asked(by: VacancyDetail(vacancy: .new()))
                == AskedRight("recruitment.call.read", .consortium))
        #expect(try await store.asked(by: SeekingEmployers()) == AskedRight("recruitment.call.read", .consortium))
        #expect(
            try await store.asked(by: DemandList(round: .id(Self.round)))
                == AskedRight("recruitment.demand.read", .anywhere))
        #expect(
            try await store.asked(by: OwnCandidacy(candidacy: Self.candidacy))
                == AskedRight("recruitment.candidacy.read_own", own))
        #expect(
            try await store.asked(by: CandidacyDocumentFile(candidacy: Self.candidacy, document: .new()))
                == AskedRight("recruitment.document.read", own))
    }
}
