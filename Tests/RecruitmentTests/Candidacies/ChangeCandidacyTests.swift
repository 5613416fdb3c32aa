import KohortCore
import KohortStore
import KohortTesting
import Recruitment
import Testing

struct ChangeCandidacyTests {
    @Test func `a submitted candidacy is changed and keeps its number and time`() async throws {
        let (world, places) = try await RecruitmentWorld.open()
        let id = try await world.apply(.complete([places[0]])).candidacy
        var form = CandidacyForm.complete(places.reversed())
        (form.name, form.motivation, form.language) = ("Kim Ek Lund", "I like roads", .nb)
        let later = Instant.at("2027-03-02T09:00:00Z")
        let events = try await world.events {
            let receipt = try await world.perform(ChangeCandidacy(candidacy: id, form: form), at: later)
            #expect(receipt.number == 1)
        }
        #expect(events == ["recruitment.candidacy.changed"])
        let own = try await world.own(id)
        #expect(CandidacyForm(own.candidacy, wishes: own.wishes.map(\.demand)) == form)
        #expect(own.candidacy.submittedAt == .applying)
        #expect(own.candidacy.changedAt == later)
        #expect(try await world.fetch(WaitingLetters()).count == 1)
    }

    @Test func `the same again changes nothing and records nothing`() async throws {
        let (world, places) = try await RecruitmentWorld.open()
        let id = try await world.apply(.complete(places)).candidacy
        let same = ChangeCandidacy(candidacy: id, form: .complete(places), submits: true)
        #expect(try await world.events { try await world.perform(same, at: .applying.adding(days: 1)) } == [])
        #expect(try await world.own(id).candidacy.changedAt == .applying)
    }

    @Test func `what is submitted stays complete, while a draft may have gaps`() async throws {
        let (world, places) = try await RecruitmentWorld.open()
        let submitted = try await world.apply(.complete(places)).candidacy
        let draft = try await world.apply(.complete(places, email: "b@example.org"), submits: false).candidacy
        var gaps = CandidacyForm.complete([])
        gaps.phone = ""
        let problems = [FieldProblem("phone", "text.required"), FieldProblem("wishes", "wishes.required")]
        await #expect(throws: Rejection.invalid(problems)) {
            try await world.perform(ChangeCandidacy(candidacy: submitted, form: gaps))
        }
        gaps.email = "b@example.org"
        try await world.perform(ChangeCandidacy(candidacy: draft, form: gaps))
        #expect(try await world.own(draft).wishes == [])
    }

    @Test func `documents come and go with a change, and a draft is sent in with it`() async throws {
        let (world, places) = try await RecruitmentWorld.open()
        let id = try await world.apply(.complete(places), documents: [.cv()], submits: false).candidacy
        let old = try await world.own(id).documents[0].id
        let change = ChangeCandidacy(
            candidacy: id, form: .complete([places[0]]), added: [.cv("new.pdf", hash: "e")], removed: [old],
            submits: true)
        let events = try await world.events {
            let receipt = try await world.perform(change, by: .applicant(id))
            #expect(receipt.state == .submitted)
        }
        #expect(
            events == [
                "recruitment.candidacy.changed", "recruitment.document.removed", "recruitment.document.attached",
                "recruitment.candidacy.submitted",
            ])
        #expect(try await world.own(id).documents.map(\.name) == ["new.pdf"])
        #expect(try await world.fetch(FileUses(hash: "a")) == 0)
        #expect(try await world.fetch(FileUses(hash: "e")) == 1)
        #expect(try await world.fetch(WaitingLetters()).count == 1)
    }

    @Test func `the last CV of what is submitted stays, and unknown documents are not found`() async throws {
        let (world, places) = try await RecruitmentWorld.open()
        let id = try await world.apply(.complete(places), documents: [.cv(), .other()]).candidacy
        let documents = try await world.own(id).documents
        func change(removing removed: [DocumentID]) -> ChangeCandidacy {
            ChangeCandidacy(candidacy: id, form: .complete(places), removed: removed)
        }
        await #expect(throws: Rejection.invalid("documents", "documents.cv_required")) {
            try await world.perform(change(removing: [documents[0].id]))
        }
        await #expect(throws: Rejection.notFound) { try await world.perform(change(removing: [.new()])) }
        try await world.perform(change(removing: [documents[1].id]))
    }

    @Test func `another address is another person`() async throws {
        let (world, places) = try await RecruitmentWorld.open()
        let id = try await world.apply(.complete(places)).candidacy
        let person = try await world.own(id).candidacy.person
        try await world.perform(ChangeCandidacy(candidacy: id, form: .complete(places, email: "new@example.org")))
        #expect(try await world.own(id).candidacy.person != person)
    }

    @Test func `another case of the address is kept for the same person`() async throws {
        let (world, places) = try await RecruitmentWorld.open()
        let id = try await world.apply(.complete(places)).candidacy
        let person = try await world.own(id).candidacy.person
        try await world.perform(ChangeCandidacy(candidacy: id, form: .complete(places, email: "Kim@example.org")))
        let own = try await world.own(id).candidacy
        #expect(own.person == person)
        #expect(own.details.email.text == "Kim@example.org")
    }

    @Test func `what has ended is not changed, and what is not there not found`() async throws {
        let (world, places) = try await RecruitmentWorld.open()
        let id = try await world.apply(.complete(places)).candidacy
        try await world.perform(WithdrawCandidacy(candidacy: id))
        await #expect(throws: Rejection.conflict("candidacy.ended")) {
            try await world.perform(ChangeCandidacy(candidacy: id, form: .complete(places)))
        }
        await #expect(throws: Rejection.notFound) {
            try await world.perform(ChangeCandidacy(candidacy: .new(), form: .complete(places)))
        }
    }
}
