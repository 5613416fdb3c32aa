import HTTPTypes
import KohortCore
import KohortTesting
import Testing

@testable import KohortSite

@Suite struct `The offers of an employer` {
    private static let path = "/employer/umea/offers?round=first-call"

    private static func offer(_ story: RoundStory, to index: Int) async throws -> TestResponse {
        let fields = [
            ("candidacy", story.candidacies[index].description), ("demand", story.demands.umea.description),
            ("contract", "temporary"),
        ]
        return try await story.world.send(.post, path, as: RoundStory.second, fields)
    }

    @Test func `stand with the date they are to be answered by`() async throws {
        let story = try await RoundStory.released()
        let made = try await Self.offer(story, to: 0)
        let page = try await story.world.send(.get, made.location, as: RoundStory.second)
        for words in [
            "Monday 22 February 2027", "Alva Berg", "Engineer for maps", "Temporary", "Waiting for an answer",
        ] {
            #expect(page.text.contains(words), "\(words)")
        }
    }

    @Test func `the last place is not offered twice, and is free again once the offer is taken back`() async throws {
        let story = try await RoundStory.released()
        _ = try await Self.offer(story, to: 0)
        let second = try await Self.offer(story, to: 1)
        #expect(second.status == .conflict && second.text.contains("All places are taken."))
        let page = try await story.world.send(.get, Self.path, as: RoundStory.second)
        let withdrawal = page.text.firstMatch(of: /action="([^"]+\/withdrawal[^"]*)"/).map { String($0.output.1) } ?? ""
        #expect(try await story.world.send(.post, withdrawal, as: RoundStory.second).status == .seeOther)
        let again = try await story.world.send(.post, withdrawal, as: RoundStory.second)
        #expect(
            again.status == .conflict
                && again.text.contains("The offer has been answered, has run out or was taken back."))
        #expect(try await Self.offer(story, to: 1).status == .seeOther)
    }

    @Test func `a place that was offered is free again once the candidate withdraws`() async throws {
        let story = try await RoundStory.released()
        _ = try await Self.offer(story, to: 0)
        #expect(try await Self.offer(story, to: 1).status == .conflict)
        let withdrawal = "/staff/rounds/first-call/candidacies/\(story.candidacies[0])/withdrawal"
        #expect(try await story.world.send(.post, withdrawal, as: .lead).status == .seeOther)
        #expect(try await Self.offer(story, to: 1).status == .seeOther)
    }

    @Test func `the lead follows them and those that should have been settled`() async throws {
        let story = try await RoundStory.released()
        story.world.move(to: "2027-06-14T09:00:00Z")
        _ = try await Self.offer(story, to: 0)
        let calm = try await story.world.send(.get, "/staff/rounds/first-call/offers", as: .lead)
        #expect(calm.text.contains("Alva Berg") && !calm.text.contains("Should have been settled"))
        story.world.move(to: "2027-06-16T09:00:00Z")
        let late = try await story.world.send(.get, "/staff/rounds/first-call/offers", as: .lead)
        #expect(late.text.contains("Should have been settled"))
        let overview = try await story.world.send(.get, "/staff", as: .lead)
        #expect(overview.text.contains("offers still open after hiring was to be done: 1"))
        let round = try await story.world.send(.get, "/staff/rounds/first-call", as: .lead)
        #expect(round.text.contains("1 should have been settled"))
    }

    @Test func `an offer without a place is refused`() async throws {
        let story = try await RoundStory.released()
        let fields = [("candidacy", story.candidacies[0].description)]
        let answer = try await story.world.send(.post, Self.path, as: RoundStory.second, fields)
        #expect(answer.status == .unprocessableContent)
    }
}
