import KohortCore
import KohortStore
import KohortTesting
import Testing

@testable import Delivery

@Suite struct IssueDocumentTests {
    /// ROM-11: project and evaluation before any diploma.
    private static let rules = ProgrammeRules.sample(
        completion: CompletionRules(
            steps: [.projectAssignment, .evaluation, .award], requires: [.projectAssignment, .evaluation],
            documents: [.diploma, .certificate]))

    private func award(_ trainee: TraineeID, _ id: IssuedDocumentID = .new()) -> AwardDiploma {
        AwardDiploma(document: id, trainee: trainee, code: .random())
    }

    private func passProject(_ world: DeliveryWorld, _ trainee: TraineeID) async throws {
        try await world.perform(NameProject(trainee: trainee, title: "Winter roads"))
        try await world.perform(HandInProject(trainee: trainee, summary: "How", paper: nil))
        try await world.perform(AssessProject(trainee: trainee, verdict: .passed, comment: ""))
    }

    @Test func `there is no diploma before project and evaluation are done (ROM-11)`() async throws {
        let world = try await DeliveryWorld.make(Self.rules)
        let trainee = try await world.trainee()
        await #expect(throws: Rejection.conflict("document.missing_project_assignment")) {
            try await world.perform(award(trainee))
        }
        try await passProject(world, trainee)
        await #expect(throws: Rejection.conflict("document.missing_evaluation")) {
            try await world.perform(award(trainee))
        }
        try await world.perform(EvaluateProgramme(evaluation: .new(), trainee: trainee, text: "Useful"))
        #expect(try await world.events { try await world.perform(award(trainee)) } == ["delivery.document.issued"])
    }

    @Test func `a diploma holds what was so when it was awarded, and its code verifies it`() async throws {
        let world = try await DeliveryWorld.make()
        let trainee = try await world.trainee()
        try await world.placement(of: trainee)
        let command = award(trainee)
        try await world.perform(command)
        let content = IssuedDocument.Content(
            name: "Kari Li", cohort: world.cohort.slug, employer: "City", period: .cohort,
            placements: [.init(host: "City", unit: nil, period: .days("2011-09-01", "2012-06-01"))], goals: [],
            project: nil)
        let expected = IssuedDocument(
            id: command.document, trainee: trainee, kind: .diploma, code: command.code, issuedOn: .day("2011-09-15"),
            issuedAt: .at("2011-09-15T10:00:00Z"), content: content)
        #expect(try await world.fetch(VerifyDocument(code: command.code)) == expected)
        #expect(try await world.fetch(DocumentsOfTrainee(trainee: trainee)) == [expected])
        await #expect(throws: Rejection.notFound) { try await world.fetch(VerifyDocument(code: .random())) }
    }

    @Test func `a document is issued once, and anew when it was revoked`() async throws {
        let world = try await DeliveryWorld.make()
        let trainee = try await world.trainee()
        let first = award(trainee)
        try await world.perform(first)
        await #expect(throws: Rejection.conflict("document.issued")) { try await world.perform(award(trainee)) }
        let revocation = RevokeDocument(document: first.document, trainee: trainee)
        try await world.perform(revocation)
        await #expect(throws: Rejection.conflict("document.revoked")) { try await world.perform(revocation) }
        #expect(try await world.fetch(VerifyDocument(code: first.code)).revokedAt != nil)
        try await world.perform(award(trainee))
        try await world.perform(IssueCertificate(document: .new(), trainee: trainee, code: .random()))
    }

    @Test func `a document is revoked as its trainee's, and as nobody else's`() async throws {
        let world = try await DeliveryWorld.make()
        let (trainee, other) = (try await world.trainee(), try await world.trainee(of: world.town, "Ola Ås"))
        let first = award(trainee)
        try await world.perform(first)
        await #expect(throws: Rejection.notFound) {
            try await world.perform(RevokeDocument(document: first.document, trainee: other))
        }
        try await world.perform(RevokeDocument(document: first.document, trainee: trainee))
    }

    @Test func `who left gets no document, nor who waits to start`() async throws {
        let world = try await DeliveryWorld.make(.sample(roles: RoleRules(beforeStart: [.aimsAnchored])))
        let trainee = try await world.trainee()
        await #expect(throws: Rejection.conflict("document.left")) { try await world.perform(award(trainee)) }
        try await world.perform(ConfirmAims(cohort: world.cohort.id, organisation: world.city))
        try await world.perform(UnblockTrainees(employer: world.city))
        let first = award(trainee)
        try await world.perform(first)
        try await world.perform(RevokeDocument(document: first.document, trainee: trainee))
        try await world.perform(WithdrawTrainee(trainee: trainee, on: .day("2011-09-15"), reason: .moved))
        await #expect(throws: Rejection.conflict("document.left")) { try await world.perform(award(trainee)) }
    }

    @Test func `a programme awards only its own documents`() async throws {
        let world = try await DeliveryWorld.make(.sample(completion: CompletionRules(documents: [.certificate])))
        let trainee = try await world.trainee()
        await #expect(throws: Rejection.conflict("document.not_in_programme")) {
            try await world.perform(award(trainee))
        }
        try await world.perform(IssueCertificate(document: .new(), trainee: trainee, code: .random()))
    }

    @Test(arguments: [
        ("K7QX-2MNP-9RTV", true), ("k7qx 2mnp 9rtv", true), ("K7QX-2MNP-9RT", false), ("K7QX-2MNP-9RTO", false),
    ])
    func `a code is read as people type it`(text: String, isOne: Bool) {
        #expect((VerificationCode(text)?.description == "K7QX-2MNP-9RTV") == isOne)
    }
}
