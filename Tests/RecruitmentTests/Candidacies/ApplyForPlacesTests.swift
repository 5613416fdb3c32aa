import KohortCore
import KohortStore
import KohortTesting
import Recruitment
import Testing

struct ApplyForPlacesTests {
    @Test func `draft, documents and submission are one`() async throws {
        let (world, places) = try await RecruitmentWorld.open()
        let id = CandidacyID.new()
        var form = CandidacyForm.complete(places.reversed())
        form.channel = "press"
        let documents = [NewDocument.cv("../../my cv.PDF"), .other()]
        let command = ApplyForPlaces(id: id, round: world.round, form: form, documents: documents, submits: true)
        let events = try await world.events {
            let receipt = try await world.perform(command, by: .anonymous)
            #expect(receipt.candidacy == id)
            #expect(receipt.state == .submitted)
            #expect(receipt.number == 1)
        }
        #expect(
            events == [
                "recruitment.candidacy.started", "recruitment.document.attached", "recruitment.document.attached",
                "recruitment.candidacy.submitted",
            ])
        let own = try await world.own(id)
        #expect(CandidacyForm(own.candidacy, wishes: own.wishes.map(\.demand)) == form)
        #expect(own.candidacy.submittedAt == .applying)
        #expect(own.documents.map(\.name) == ["my cv.pdf", "grades.png"])
        #expect(own.documents.map(\.file) == documents.map(\.file))
        #expect(try await world.fetch(WaitingLetters()) == [#"recruitment.receipt {"candidacy":"\#(id)"}"#])
        #expect(try await world.fetch(FileUses(hash: "a")) == 1)
    }

    @Test func `kept as a draft it gets neither number nor receipt`() async throws {
        let (world, _) = try await RecruitmentWorld.open()
        let form = CandidacyForm(name: "Kim Ek", email: "kim@example.org", language: .sv)
        let receipt = try await world.apply(form, documents: [.cv()], submits: false)
        #expect(receipt.state == .draft)
        #expect(receipt.number == nil)
        #expect(try await world.own(receipt.candidacy).documents.count == 1)
        #expect(try await world.fetch(WaitingLetters()) == [])
    }

    @Test func `everything that is wrong or missing is said at once, and nothing is kept`() async throws {
        let (world, _) = try await RecruitmentWorld.open()
        var form = CandidacyForm(name: "Kim\r\nEk", email: "kim", language: .sv)
        (form.place, form.educationLevel, form.educationField) = ("Luleå", "wizard", "Surveying")
        (form.channel, form.wishes) = ("nowhere", [.new()])
        let problems = [
            FieldProblem("name", "text.control"), FieldProblem("email", "email.invalid"),
            FieldProblem("education_level", "choice.unknown"), FieldProblem("channel", "channel.unknown"),
            FieldProblem("wishes", "wishes.unknown"), FieldProblem("phone", "text.required"),
            FieldProblem("documents", "documents.cv_required"),
            FieldProblem("documents", "document.too_large", ["limit": "10000000"]),
        ]
        let large = NewDocument(
            id: .new(), kind: .other, name: "large.pdf", format: .pdf,
            file: StoredFile(hash: String(repeating: "c", count: 64), size: 10_000_001))
        let events = try await world.events {
            await #expect(throws: Rejection.invalid(problems)) { try await world.apply(form, documents: [large]) }
        }
        #expect(events == [])
        #expect(try await world.fetch(FileUses(hash: "c")) == 0)
    }

    @Test func `numbers are unbroken, also after a refusal and a withdrawal`() async throws {
        let (world, places) = try await RecruitmentWorld.open()
        let first = try await world.apply(.complete(places, email: "a@example.org"))
        _ = try? await world.apply(.complete([], email: "b@example.org"))
        try await world.apply(.complete(places, email: "c@example.org"), submits: false)
        try await world.perform(WithdrawCandidacy(candidacy: first.candidacy))
        let second = try await world.apply(.complete(places, email: "d@example.org"))
        let third = try await world.apply(.complete(places, email: "a@example.org"))
        #expect([first, second, third].map(\.number) == [1, 2, 3])
    }

    @Test func `more places than the round allows are refused`() async throws {
        let world = try await RecruitmentWorld.make()
        try await world.plan()
        let places = try await (0..<4).asyncMap { _ in try await world.vacancy(of: world.umeå) }
        try await world.publish()
        await #expect(throws: Rejection.invalid("wishes", "wishes.too_many", ["limit": "3"])) {
            try await world.apply(.complete(places))
        }
        try await world.apply(.complete(Array(places.prefix(3))))
    }

    @Test func `a place that is not approved, withdrawn or in another round cannot be applied for`() async throws {
        let world = try await RecruitmentWorld.make()
        try await world.plan()
        let stated = try await world.demand(of: world.umeå)
        let withdrawn = try await world.vacancy(of: world.umeå)
        let place = try await world.vacancy(of: world.umeå)
        try await world.publish()
        try await world.perform(WithdrawDemand(demand: withdrawn, organisation: world.umeå))
        for demand in [stated, withdrawn, .new()] {
            await #expect(throws: Rejection.invalid("wishes", "wishes.unknown")) {
                try await world.apply(.complete([place, demand]))
            }
        }
        try await world.apply(.complete([place]))
    }

    @Test func `six files are one too many`() async throws {
        let (world, places) = try await RecruitmentWorld.open()
        func documents(_ count: Int) -> [NewDocument] { [.cv()] + (1..<count).map { _ in .other() } }
        await #expect(throws: Rejection.invalid("documents", "documents.too_many", ["limit": "5"])) {
            try await world.apply(.complete(places), documents: documents(6))
        }
        try await world.apply(.complete(places), documents: documents(5))
        #expect(try await world.fetch(FileUses(hash: "b")) == 4)
    }
}
