import KohortCore
import KohortStore
import KohortTesting
import Recruitment
import Testing

/// A payload holds ids, codes, dates and counts: what people write goes through every verb and must not come out.
struct JournalPrivacyTests {
    private static let canary = "canary"
    private static let digits = "987654321"

    private func form(_ wishes: [DemandID], email: String) -> CandidacyForm {
        var form = CandidacyForm(name: "Name canary", email: email, language: .sv)
        (form.phone, form.birthYear, form.graduationYear) = (Self.digits, "1963", "1964")
        (form.place, form.educationLevel, form.educationField) = ("Place canary", "doctorate", "Field canary")
        (form.school, form.experience) = ("School canary", "Experience canary")
        (form.motivation, form.wishes) = ("Motivation canary", wishes)
        return form
    }

    private func demand(_ world: RecruitmentWorld) async throws -> [DemandID] {
        let terms = DemandTerms(
            title: "Title canary", field: "Field canary", competence: "Competence canary", place: "Place canary",
            asked: 2)
        let ids = (0..<4).map { _ in DemandID.new() }
        for id in ids {
            try await world.perform(
                StateDemand(id: id, round: world.round, organisation: world.umeå, terms: .sample()), at: .stating)
            try await world.perform(
                ChangeDemand(demand: id, organisation: world.umeå, terms: terms), at: .stating)
        }
        for id in ids.dropLast() { try await world.perform(ApproveDemand(demand: id, positions: 2), at: .stating) }
        try await world.perform(DeclineDemand(demand: ids[3]), at: .stating)
        try await world.perform(
            StateDemandLate(id: .new(), round: world.round, organisation: world.vännäs, terms: terms), at: .publishing)
        return Array(ids.prefix(3))
    }

    private func candidacies(_ world: RecruitmentWorld, _ places: [DemandID]) async throws {
        let first = CandidacyID.new()
        try await world.perform(SaveDraft(id: first, round: world.round, form: form([], email: "canary@example.org")))
        try await world.perform(AttachDocument(candidacy: first, document: .cv("canary.pdf")))
        try await world.perform(AttachDocument(candidacy: first, document: .cv("other canary.pdf")))
        try await world.perform(
            ChangeCandidacy(candidacy: first, form: form(places, email: "canary.two@example.org")))
        try await world.perform(SubmitCandidacy(candidacy: first))
        let second = try await world.apply(form(places, email: "canary.three@example.org"), documents: [.cv("canary")])
        let document = try await world.own(first).documents[1].id
        try await world.perform(RemoveDocument(candidacy: first, document: document))
        try await world.perform(OpenCandidacy(candidacy: first))
        try await world.perform(WithdrawCandidacy(candidacy: second.candidacy))
        let written = try await world.own(first).candidacy
        #expect(written.details.motivation == "Motivation canary")
    }

    @Test func `nothing that people write stands in the journal or the outbox`() async throws {
        let world = try await RecruitmentWorld.make()
        try await world.plan()
        let places = try await demand(world)
        try await world.publish()
        try await world.perform(WithdrawDemand(demand: places[2], organisation: world.umeå))
        try await candidacies(world, Array(places.prefix(2)))
        try await world.release()
        try await world.perform(CloseRound(round: world.round), at: .afterwards)
        let journal = try await world.fetch(WholeJournal())
        let recorded = Set(journal.map(\.name))
        let unheard = Self.events.map { $0.name }.filter { !recorded.contains($0) }
        #expect(unheard == [])
        let texts = journal.map(\.payload) + (try await world.fetch(WaitingLetters()))
        for word in [Self.canary, Self.digits, "1963", "1964", "example.org", "doctorate"] {
            #expect(texts.filter { $0.lowercased().contains("\"\(word)\"") || contains($0, word) } == [])
        }
    }

    /// Whether a word stands in a payload other than within an id, whose digits are anybody's.
    private func contains(_ payload: String, _ word: String) -> Bool {
        payload.split(separator: "\"").filter { PersonID(String($0)) == nil }.contains { $0.lowercased().contains(word) }
    }

    private static let events: [any Event.Type] = [
        RoundPlanned.self, CallPublished.self, PoolReleased.self, PoolOpened.self, RoundClosed.self, DemandStated.self,
        DemandDeadlineOverridden.self, DemandChanged.self, DemandWithdrawn.self, DemandApproved.self,
        DemandDeclined.self, CandidacyStarted.self, CandidacySubmitted.self, CandidacyChanged.self,
        CandidacyWithdrawn.self, CandidacyOpened.self, DocumentAttached.self, DocumentRemoved.self,
    ]
}
