import KohortCore
import KohortStore
import KohortTesting
import Recruitment
import Testing

struct SaveDraftTests {
    private func draft(_ world: RecruitmentWorld, email: String = "kim@example.org") -> SaveDraft {
        SaveDraft(
            id: .new(), round: world.round, form: CandidacyForm(name: "Kim Ek", email: email, language: .nb))
    }

    @Test func `a draft needs a name and an address, and bears a purge date from its first day`() async throws {
        let (world, _) = try await RecruitmentWorld.open()
        let command = draft(world)
        let events = try await world.events {
            let receipt = try await world.perform(command, by: .anonymous)
            #expect(receipt.candidacy == command.id)
            #expect(receipt.state == .draft)
            #expect(receipt.number == nil)
        }
        #expect(events == ["recruitment.candidacy.started"])
        let own = try await world.own(command.id)
        #expect(own.candidacy.details.name == "Kim Ek")
        #expect(own.candidacy.language == .nb)
        #expect(own.candidacy.purgeAfter == .day("2028-03-13"))
        #expect(own.canChange)
        #expect(try await world.fetch(WaitingLetters()) == [])
    }

    @Test func `what was written so far is kept`() async throws {
        let (world, places) = try await RecruitmentWorld.open()
        var form = CandidacyForm.complete(places.reversed())
        form.channel = "press"
        let command = SaveDraft(id: .new(), round: world.round, form: form)
        try await world.perform(command)
        let own = try await world.own(command.id)
        #expect(CandidacyForm(own.candidacy, wishes: own.wishes.map(\.demand)) == form)
    }

    @Test func `a draft without an address is refused`() async throws {
        let (world, _) = try await RecruitmentWorld.open()
        await #expect(throws: Rejection.invalid("email", "text.required")) {
            try await world.perform(draft(world, email: ""))
        }
        #expect(try await world.fetch(RoundDetail(round: .id(world.round))).candidacies == [:])
    }

    @Test func `drafts are taken only while the call is open`() async throws {
        let world = try await RecruitmentWorld.make()
        try await world.plan()
        _ = try await world.vacancy(of: world.umeå)
        await #expect(throws: Rejection.conflict("round.not_published")) { try await world.perform(draft(world)) }
        try await world.publish()
        try await world.perform(draft(world))
        let late = draft(world, email: "late@example.org")
        await #expect(throws: Rejection.tooLate(.application)) { try await world.perform(late, at: .afterwards) }
        try await world.perform(CloseRound(round: world.round), at: .afterwards)
        await #expect(throws: Rejection.conflict("round.closed")) { try await world.perform(late) }
    }

    @Test func `a draft with an address that has a candidacy is taken as any other`() async throws {
        let (world, places) = try await RecruitmentWorld.open()
        try await world.apply(.complete(places))
        for email in ["kim@example.org", "KIM@example.org", "other@example.org"] {
            let command = draft(world, email: email)
            let receipt = try await world.perform(command, by: .anonymous)
            #expect(receipt.candidacy == command.id && receipt.state == .draft && receipt.number == nil)
        }
        let letters = try await world.fetch(WaitingLetters())
        #expect(letters.count == 1)
    }
}
