import Delivery
import HTTPTypes
import KohortCore
import KohortTesting
import Testing

@testable import KohortSite

@Suite struct `A trainee's project` {
    private static func named() async throws -> (TraineeWorld, String) {
        let world = try await TraineeWorld.make()
        let kari = try await world.kari()
        let empty = try await world.site.send(
            .post, "\(world.page)/project", as: .nobody, [("title", "")], cookie: kari)
        #expect(empty.status == .unprocessableContent)
        let named = try await world.site.send(
            .post, "\(world.page)/project", as: .nobody, [("title", "Leaking pipes")], cookie: kari)
        #expect(named.status == .seeOther)
        return (world, kari)
    }

    @Test func `is handed in with a file that comes back only as a download`() async throws {
        let (world, kari) = try await Self.named()
        let file = SentFile(field: "paper", name: "pipes.pdf", content: "%PDF-1.4 pipes")
        let sent = try await world.site.send(
            .post, "\(world.page)/project/submission", as: .nobody, [("summary", "How pipes leak")], cookie: kari,
            file: file)
        #expect(sent.status == .seeOther)
        let paper = try await world.site.send(.get, "\(world.page)/project/paper", as: .lead)
        #expect(paper.text == "%PDF-1.4 pipes")
        #expect(paper.headers[.contentDisposition]?.hasPrefix("attachment;") == true)
        #expect(
            try await world.site.send(.get, "\(world.page)/project/paper", as: TraineeWorld.elsewhere).status
                == .notFound)
        let mentor = try await world.mentor()
        #expect(
            try await world.site.send(.get, "\(world.page)/project", as: .nobody, cookie: mentor).status == .notFound)
        #expect(
            try await world.site.send(.get, "\(world.page)/project/paper", as: .nobody, cookie: mentor).status
                == .forbidden)
    }

    @Test func `is not taken with a file of another kind; what was typed stays`() async throws {
        let (world, kari) = try await Self.named()
        let file = SentFile(field: "paper", name: "pipes.txt", content: "pipes")
        let sent = try await world.site.send(
            .post, "\(world.page)/project/submission", as: .nobody, [("summary", "How pipes leak")], cookie: kari,
            file: file)
        #expect(sent.status == .unprocessableContent && sent.text.contains("How pipes leak"))
        #expect(sent.text.contains("href=\"#field-hand_in-paper\""))
        #expect(try await world.site.send(.get, "\(world.page)/project/paper", as: .lead).status == .notFound)
    }

    @Test func `is assessed by the lead once it is handed in`() async throws {
        let (world, kari) = try await Self.named()
        let path = "\(world.page)/project/assessment"
        #expect(try await world.site.send(.post, path, as: .lead, [("verdict", "passed")]).status == .conflict)
        let file = SentFile(field: "paper", name: "pipes.pdf", content: "%PDF-1.4 pipes")
        _ = try await world.site.send(
            .post, "\(world.page)/project/submission", as: .nobody, [("summary", "Pipes")], cookie: kari, file: file)
        #expect(
            try await world.site.send(.post, path, as: .lead, [("comment", "Good")]).status == .unprocessableContent)
        #expect(
            try await world.site.send(.post, path, as: .nobody, [("verdict", "passed")], cookie: kari).status
                == .forbidden)
        #expect(try await world.site.send(.post, path, as: .lead, [("verdict", "passed")]).status == .seeOther)
    }
}
