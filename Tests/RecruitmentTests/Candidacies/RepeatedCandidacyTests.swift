import KohortCore
import KohortStore
import KohortTesting
import Recruitment
import Testing

@Suite struct `A second application with the same address` {
    private let later = Instant.applying.adding(days: 2)

    /// Lets somebody apply with the address of an application that is there.
    private func world() async throws -> (RecruitmentWorld, first: CandidacyID, second: CandidacyReceipt, [DemandID]) {
        let (world, places) = try await RecruitmentWorld.open()
        let first = try await world.apply(.complete(places)).candidacy
        var form = CandidacyForm.complete([places[0]], email: "KIM@example.org")
        form.name = "Somebody Else"
        return (world, first, try await world.apply(form, at: later), places)
    }

    @Test func `is answered as the first one, with the next number`() async throws {
        let (world, _, second, places) = try await world()
        let control = try await world.apply(.complete(places, email: "control@example.org"), at: later)
        #expect([second.state, control.state] == [.submitted, .submitted])
        #expect([second.number, control.number] == [2, 3])
        let (own, other) = (try await world.own(second.candidacy), try await world.own(control.candidacy))
        #expect(own.candidacy.state == other.candidacy.state && own.candidacy.endedAt == other.candidacy.endedAt)
        #expect(own.candidacy.submittedAt == other.candidacy.submittedAt)
        #expect([own.canChange, own.canWithdraw] == [other.canChange, other.canWithdraw])
        #expect(own.candidacy.details.name == "Somebody Else")
    }

    @Test func `leaves the first as it was, and its owner is told by mail, once a day`() async throws {
        let (world, places) = try await RecruitmentWorld.open()
        let first = try await world.apply(.complete(places)).candidacy
        let before = try await world.own(first)
        let events = try await world.events { try await world.apply(.complete(places), at: later) }
        #expect(
            events == [
                "recruitment.candidacy.started", "recruitment.document.attached", "recruitment.candidacy.repeated",
            ])
        #expect(try await world.own(first) == before)
        let told = #"recruitment.repeat {"at":\#(later.milliseconds),"candidacy":"\#(first)"}"#
        let receipt = #"recruitment.receipt {"candidacy":"\#(first)"}"#
        #expect(try await world.fetch(WaitingLetters()) == [receipt, told])
        try await world.apply(.complete(places), at: later.adding(days: 1).adding(.milliseconds(-1)))
        #expect(try await world.fetch(WaitingLetters()) == [receipt, told])
        try await world.apply(.complete(places), at: later.adding(days: 1))
        #expect(try await world.fetch(WaitingLetters()).count == 3)
    }

    @Test func `is in no pool, and nobody but its sender reads it`() async throws {
        let (world, first, second, _) = try await world()
        try await world.release()
        let pool = CandidacyPool(round: .id(world.round), organisation: world.umeå)
        #expect(try await world.fetch(pool, at: .afterwards).candidates.map(\.candidacy) == [first])
        let overview = try await world.fetch(RoundOverview(round: .id(world.round)), at: .afterwards)
        #expect([overview.candidacies, overview.withdrawn] == [1, 1])
        try await world.perform(OpenCandidacy(candidacy: first), at: .afterwards)
        await #expect(throws: Rejection.gone) {
            try await world.perform(OpenCandidacy(candidacy: second.candidacy), at: .afterwards)
        }
    }

    @Test func `is sent in from a draft alike`() async throws {
        let (world, places) = try await RecruitmentWorld.open()
        try await world.apply(.complete(places))
        let draft = try await world.apply(.complete(places), submits: false)
        let receipt = try await world.perform(SubmitCandidacy(candidacy: draft.candidacy))
        #expect(receipt.number == 2 && receipt.state == .submitted)
        #expect(try await world.events().last == "recruitment.candidacy.repeated")
    }

    @Test func `is changed and withdrawn by its sender as any other, and keeps its CV`() async throws {
        let (world, first, second, places) = try await world()
        var form = CandidacyForm.complete(places)
        form.motivation = "Once more"
        let id = second.candidacy
        let changed = try await world.perform(ChangeCandidacy(candidacy: id, form: form), at: later)
        #expect(changed == second)
        #expect(try await world.own(id).candidacy.details.motivation == "Once more")
        let document = try await world.own(id).documents[0].id
        await #expect(throws: Rejection.invalid("documents", "documents.cv_required")) {
            try await world.perform(RemoveDocument(candidacy: id, document: document), at: later)
        }
        #expect(try await world.perform(WithdrawCandidacy(candidacy: id), at: later).state == .withdrawn)
        #expect(try await world.own(id).candidacy.endedAt == later)
        #expect(try await world.own(first).candidacy.state == .submitted)
    }

    @Test func `counts once the first is withdrawn and it is sent again`() async throws {
        let (world, places) = try await RecruitmentWorld.open()
        let first = try await world.apply(.complete(places))
        try await world.perform(WithdrawCandidacy(candidacy: first.candidacy))
        let again = try await world.apply(.complete(places))
        #expect(again.state == .submitted && again.candidacy != first.candidacy)
        #expect(try await world.events().last == "recruitment.candidacy.submitted")
    }

    @Test func `comes about by a change of address too, and ends by another`() async throws {
        let (world, places) = try await RecruitmentWorld.open()
        try await world.apply(.complete(places))
        let id = try await world.apply(.complete(places, email: "bo@example.org")).candidacy
        func move(to email: String) async throws -> [String] {
            try await world.events {
                let change = ChangeCandidacy(candidacy: id, form: .complete(places, email: email))
                let receipt = try await world.perform(change)
                #expect(receipt.state == .submitted && receipt.number == 2)
            }
        }
        #expect(
            try await move(to: "kim@example.org") == [
                "recruitment.candidacy.changed", "recruitment.candidacy.repeated",
            ])
        #expect(
            try await move(to: "free@example.org") == [
                "recruitment.candidacy.changed", "recruitment.candidacy.submitted",
            ])
    }

    @Test func `is over with its round, as it looks to its sender`() async throws {
        let (world, _, second, _) = try await world()
        try await world.perform(CloseRound(round: world.round), at: .afterwards)
        let own = try await world.own(second.candidacy, at: .afterwards)
        #expect(own.candidacy.state == .closed && own.candidacy.endedAt == .afterwards && !own.canWithdraw)
    }
}
