import KohortCore
import KohortStore
import KohortTesting
import Testing

@testable import Recruitment

struct CandidacyDocumentFileTests {
    @Test func `the applicant gets an own document back, of a draft and after withdrawal too`() async throws {
        let (world, places) = try await RecruitmentWorld.open()
        let document = NewDocument.cv("../cv.pdf")
        let id = try await world.apply(.complete(places), documents: [document], submits: false).candidacy
        let query = CandidacyDocumentFile(candidacy: id, document: document.id)
        let expected = CandidacyDocumentFile.Answer(
            file: document.file, name: "cv.pdf", mediaType: "application/pdf")
        #expect(try await world.fetch(query, by: .applicant(id)) == expected)
        try await world.perform(WithdrawCandidacy(candidacy: id))
        #expect(try await world.fetch(query, by: .applicant(id)) == expected)
    }

    @Test func `an employer gets it once the pool is released, and the lead before`() async throws {
        let reaching = Reaching()
        let (world, places) = try await RecruitmentWorld.open(allowing: reaching.authority)
        let document = NewDocument.cv()
        let id = try await world.apply(.complete(places), documents: [document]).candidacy
        let query = CandidacyDocumentFile(candidacy: id, document: document.id)
        reaching.set([world.umeå])
        await #expect(throws: Rejection.notFound) { try await world.fetch(query, by: .person(.new())) }
        #expect(try await world.fetch(query).file == document.file)
        try await world.release()
        #expect(try await world.fetch(query, by: .person(.new())).file == document.file)
        try await world.perform(WithdrawCandidacy(candidacy: id))
        await #expect(throws: Rejection.notFound) { try await world.fetch(query, by: .person(.new())) }
        await #expect(throws: Rejection.gone) { try await world.fetch(query) }
    }

    @Test func `a document of another candidacy, a draft's and one that is not there are not found`() async throws {
        let (world, places) = try await RecruitmentWorld.open()
        let documents = [NewDocument.cv(), .cv(), .cv()]
        let id = try await world.apply(.complete(places), documents: [documents[0]]).candidacy
        try await world.apply(.complete(places, email: "b@example.org"), documents: [documents[1]])
        let draft = try await world.apply(
            .complete(places, email: "c@example.org"), documents: [documents[2]], submits: false
        ).candidacy
        let queries = [
            CandidacyDocumentFile(candidacy: id, document: documents[1].id),
            CandidacyDocumentFile(candidacy: id, document: .new()),
            CandidacyDocumentFile(candidacy: draft, document: documents[2].id),
        ]
        for query in queries {
            await #expect(throws: Rejection.notFound) { try await world.fetch(query) }
        }
        #expect(try await world.fetch(CandidacyDocumentFile(candidacy: id, document: documents[0].id)).name == "cv.pdf")
    }
}
