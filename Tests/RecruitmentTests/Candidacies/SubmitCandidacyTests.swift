import KohortCore
import KohortStore
import KohortTesting
import Recruitment
import Testing

struct SubmitCandidacyTests {
    @Test func `a complete draft is registered and its receipt sent`() async throws {
        let (world, places) = try await RecruitmentWorld.open()
        let id = try await world.apply(.complete(places), submits: false).candidacy
        let events = try await world.events {
            let receipt = try await world.perform(SubmitCandidacy(candidacy: id), by: .applicant(id))
            #expect(receipt.number == 1)
            #expect(receipt.state == .submitted)
        }
        #expect(events == ["recruitment.candidacy.submitted"])
        let payload = try await world.fetch(WholeJournal()).last?.payload
        #expect(payload == #"{"candidacy":"\#(id)","number":1,"round":"\#(world.round)","wishes":2}"#)
        #expect(try await world.fetch(WaitingLetters()) == [#"recruitment.receipt {"candidacy":"\#(id)"}"#])
        await #expect(throws: Rejection.conflict("candidacy.already_submitted")) {
            try await world.perform(SubmitCandidacy(candidacy: id))
        }
    }

    @Test func `a draft with gaps is not`() async throws {
        let (world, _) = try await RecruitmentWorld.open()
        let form = CandidacyForm(name: "Kim Ek", email: "kim@example.org", language: .sv)
        let id = try await world.apply(form, documents: [.other()], submits: false).candidacy
        let problems =
            ["phone", "place", "education_level", "education_field"].map { FieldProblem($0, "text.required") } + [
                FieldProblem("wishes", "wishes.required"), FieldProblem("documents", "documents.cv_required"),
            ]
        await #expect(throws: Rejection.invalid(problems)) {
            try await world.perform(SubmitCandidacy(candidacy: id))
        }
        #expect(try await world.own(id).candidacy.state == .draft)
    }

    @Test func `a place that was withdrawn meanwhile is no wish any more`() async throws {
        let (world, places) = try await RecruitmentWorld.open()
        let id = try await world.apply(.complete(places), submits: false).candidacy
        try await world.perform(WithdrawDemand(demand: places[1], organisation: world.vännäs))
        #expect(try await world.own(id).wishes.map(\.isVacant) == [true, false])
        await #expect(throws: Rejection.invalid("wishes", "wishes.unknown")) {
            try await world.perform(SubmitCandidacy(candidacy: id))
        }
    }

    @Test func `a withdrawn draft is over`() async throws {
        let (world, places) = try await RecruitmentWorld.open()
        let id = try await world.apply(.complete(places), submits: false).candidacy
        try await world.perform(WithdrawCandidacy(candidacy: id))
        await #expect(throws: Rejection.conflict("candidacy.ended")) {
            try await world.perform(SubmitCandidacy(candidacy: id))
        }
    }
}
