import KohortCore
import KohortStore
import KohortTesting
import Recruitment
import Testing

struct AttachDocumentTests {
    @Test func `a document is added, and its content counted`() async throws {
        let (world, places) = try await RecruitmentWorld.open()
        let id = try await world.apply(.complete(places)).candidacy
        let document = NewDocument.other(hash: "f")
        let events = try await world.events {
            try await world.perform(AttachDocument(candidacy: id, document: document), by: .applicant(id))
        }
        #expect(events == ["recruitment.document.attached"])
        let line = try await world.fetch(WholeJournal()).last
        #expect(line?.audience == "internal")
        #expect(
            line?.payload == """
                {"candidacy":"\(id)","document":"\(document.id)","format":"image/png","kind":"other","size":10}
                """)
        #expect(try await world.own(id).documents.last?.file == document.file)
        #expect(try await world.fetch(FileUses(hash: "f")) == 1)
    }

    @Test func `the same content twice is counted twice`() async throws {
        let (world, places) = try await RecruitmentWorld.open()
        let id = try await world.apply(.complete(places), documents: [.cv(), .cv()]).candidacy
        #expect(try await world.own(id).documents.count == 2)
        #expect(try await world.fetch(FileUses(hash: "a")) == 2)
    }

    @Test func `five documents are enough`() async throws {
        let (world, places) = try await RecruitmentWorld.open()
        let id = try await world.apply(.complete(places), documents: [.cv(), .cv(), .cv(), .cv()]).candidacy
        try await world.perform(AttachDocument(candidacy: id, document: .other()))
        await #expect(throws: Rejection.invalid("documents", "documents.too_many", ["limit": "5"])) {
            try await world.perform(AttachDocument(candidacy: id, document: .other()))
        }
        #expect(try await world.own(id).documents.count == 5)
    }

    @Test func `a document has ten megabytes at most, and at least one byte`() async throws {
        let (world, places) = try await RecruitmentWorld.open()
        let id = try await world.apply(.complete(places)).candidacy
        func attach(_ size: Int64) async throws {
            try await world.perform(AttachDocument(candidacy: id, document: .cv(size: size)))
        }
        await #expect(throws: Rejection.invalid("documents", "document.too_large", ["limit": "10000000"])) {
            try await attach(10_000_001)
        }
        await #expect(throws: Rejection.invalid("documents", "document.empty")) { try await attach(0) }
        try await attach(10_000_000)
        try await attach(1)
    }

    @Test func `nothing is added to what has ended`() async throws {
        let (world, places) = try await RecruitmentWorld.open()
        let id = try await world.apply(.complete(places)).candidacy
        try await world.perform(WithdrawCandidacy(candidacy: id))
        await #expect(throws: Rejection.conflict("candidacy.ended")) {
            try await world.perform(AttachDocument(candidacy: id, document: .other()))
        }
    }
}
