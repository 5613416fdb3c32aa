import KohortCore
import KohortStore
import KohortTesting
import Recruitment
import Testing

struct RemoveDocumentTests {
    @Test func `a document is removed, and its content given up`() async throws {
        let (world, places) = try await RecruitmentWorld.open()
        let id = try await world.apply(.complete(places), documents: [.cv(), .other()]).candidacy
        let other = try await world.own(id).documents[1].id
        let events = try await world.events {
            try await world.perform(RemoveDocument(candidacy: id, document: other), by: .applicant(id))
        }
        #expect(events == ["recruitment.document.removed"])
        #expect(try await world.own(id).documents.map(\.kind) == [.cv])
        #expect(try await world.fetch(FileUses(hash: "b")) == 0)
        await #expect(throws: Rejection.notFound) {
            try await world.perform(RemoveDocument(candidacy: id, document: other))
        }
    }

    @Test func `what is submitted keeps a CV, a draft need not`() async throws {
        let (world, places) = try await RecruitmentWorld.open()
        let submitted = try await world.apply(.complete(places), documents: [.cv(), .other()]).candidacy
        let draft = try await world.apply(.complete(places, email: "b@example.org"), submits: false).candidacy
        let cv = try await world.own(submitted).documents[0].id
        await #expect(throws: Rejection.invalid("documents", "documents.cv_required")) {
            try await world.perform(RemoveDocument(candidacy: submitted, document: cv))
        }
        try await world.perform(AttachDocument(candidacy: submitted, document: .cv("new.pdf")))
        try await world.perform(RemoveDocument(candidacy: submitted, document: cv))
        try await world.perform(
            RemoveDocument(candidacy: draft, document: try await world.own(draft).documents[0].id))
    }

    @Test func `another's document is not found`() async throws {
        let (world, places) = try await RecruitmentWorld.open()
        let id = try await world.apply(.complete(places), documents: [.cv(), .other()]).candidacy
        let stranger = try await world.apply(.complete(places, email: "b@example.org")).candidacy
        let document = try await world.own(id).documents[1].id
        await #expect(throws: Rejection.notFound) {
            try await world.perform(RemoveDocument(candidacy: stranger, document: document))
        }
    }
}
