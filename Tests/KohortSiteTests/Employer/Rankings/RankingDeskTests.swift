import HTTPTypes
import KohortCore
import KohortTesting
import Testing

@testable import KohortSite

@Suite struct `An employer's ranked list` {
    private static let page = "/employer/ornskoldsvik/ranking?round=first-call"
    private static let order = "/employer/ornskoldsvik/rankings/first-call"

    private static func listed() async throws -> RoundStory {
        let story = try await RoundStory.released()
        for candidacy in story.candidacies {
            let path = "/employer/ornskoldsvik/pool/\(candidacy)/rank?round=first-call"
            #expect(try await story.world.send(.post, path, as: RoundStory.first).status == .seeOther)
        }
        return story
    }

    /// The candidates in the order in which the page shows them.
    private static func names(_ story: RoundStory, as visitor: RoundSite.Visitor = RoundStory.first) async throws
        -> [String]
    {
        let html = try await story.world.send(.get, page, as: visitor).text
        return html.matches(of: /aria-label="Remove: ([^"]+)"/).map { String($0.output.1) }
    }

    private static func seen(_ story: RoundStory) async throws -> String {
        let html = try await story.world.send(.get, page, as: RoundStory.first).text
        return html.firstMatch(of: /name="seen" value="(\d+)"/).map { String($0.output.1) } ?? ""
    }

    @Test func `says why there is none to an employer without places`() async throws {
        let story = try await RoundStory.released()
        let page = try await story.world.send(.get, "/employer/norsjo/ranking", as: .coordinator("norsjo"))
        #expect(page.status == .ok)
        #expect(page.text.contains("You have no approved place in this round"))
        let own = try await story.world.send(.get, Self.page, as: RoundStory.first)
        #expect(!own.text.contains("You have no approved place in this round"))
    }

    @Test func `is arranged by buttons alone`() async throws {
        let story = try await Self.listed()
        #expect(try await Self.names(story) == ["Alva Berg", "Candidate 2", "Candidate 3"])
        let steps = [
            ("up", 2, ["Alva Berg", "Candidate 3", "Candidate 2"]),
            ("down", 0, ["Candidate 3", "Alva Berg", "Candidate 2"]),
            ("top", 1, ["Candidate 2", "Candidate 3", "Alva Berg"]), ("off", 2, ["Candidate 2", "Alva Berg"]),
        ]
        for (move, index, names) in steps {
            let candidacy = story.candidacies[index].description
            let fields = [("seen", try await Self.seen(story)), (move, candidacy)]
            let answer = try await story.world.send(.post, Self.order, as: RoundStory.first, fields)
            #expect(answer.location.hasSuffix("#c-\(candidacy)"))
            #expect(try await Self.names(story) == names)
        }
    }

    @Test func `is dragged into an order, in which everybody must stand once`() async throws {
        let story = try await Self.listed()
        let dragged = [2, 0, 1].map { ("order", story.candidacies[$0].description) }
        let fields = [("seen", try await Self.seen(story)), ("move", "order")]
        #expect(
            try await story.world.send(.post, Self.order, as: RoundStory.first, fields + dragged).status == .seeOther)
        #expect(try await Self.names(story) == ["Candidate 3", "Alva Berg", "Candidate 2"])
        let twice = [0, 0, 1].map { ("order", story.candidacies[$0].description) }
        let seen = [("seen", try await Self.seen(story)), ("move", "order")]
        let refused = try await story.world.send(.post, Self.order, as: RoundStory.first, seen + twice)
        #expect(refused.status != .seeOther)
        #expect(try await Self.names(story) == ["Candidate 3", "Alva Berg", "Candidate 2"])
    }

    @Test func `takes a candidate into the place that is named beside them`() async throws {
        let story = try await Self.listed()
        let path = "/employer/ornskoldsvik/pool/\(story.candidacies[2])/rank?round=first-call"
        #expect(try await story.world.send(.post, path, as: RoundStory.first, [("position", "1")]).status == .seeOther)
        #expect(try await Self.names(story) == ["Candidate 3", "Alva Berg", "Candidate 2"])
        _ = try await story.world.send(.post, path, as: RoundStory.first, [("position", "9")])
        #expect(try await Self.names(story) == ["Alva Berg", "Candidate 2", "Candidate 3"])
    }

    @Test func `a list that somebody changed meanwhile is shown again and not overwritten`() async throws {
        let story = try await Self.listed()
        let seen = try await Self.seen(story)
        story.world.move(to: "2027-02-15T09:05:00Z")
        _ = try await story.world.send(
            .post, Self.order, as: RoundStory.first, [("seen", seen), ("up", story.candidacies[1].description)])
        let stale = try await story.world.send(
            .post, Self.order, as: RoundStory.first, [("seen", seen), ("top", story.candidacies[2].description)])
        #expect(stale.status == .conflict)
        #expect(stale.text.contains("Somebody changed the list after you opened it."))
        #expect(try await Self.names(story) == ["Candidate 2", "Alva Berg", "Candidate 3"])
    }

    @Test func `is certified at the end, and a change asks for it anew`() async throws {
        let story = try await Self.listed()
        let certification = Self.order + "/certification"
        let answer = try await story.world.send(
            .post, certification, as: RoundStory.first, [("seen", try await Self.seen(story))])
        let page = try await story.world.send(.get, answer.location, as: RoundStory.first)
        #expect(page.text.contains("Certified 15 February 2027 at 10:00"))
        #expect(!page.text.contains("Certify this order"))
        story.world.move(to: "2027-02-15T09:05:00Z")
        _ = try await story.world.send(
            .post, Self.order, as: RoundStory.first, [("up", story.candidacies[1].description)])
        #expect(try await story.world.send(.get, Self.page, as: RoundStory.first).text.contains("Certify this order"))
    }

    @Test func `an empty list is not certified`() async throws {
        let story = try await RoundStory.released()
        let answer = try await story.world.send(.post, Self.order + "/certification", as: RoundStory.first)
        #expect(answer.status == .conflict)
        #expect(answer.text.contains("Add at least one candidate"))
    }

    @Test func `is locked after its deadline`() async throws {
        let story = try await Self.listed()
        let seen = try await Self.seen(story)
        story.world.move(to: "2027-03-31T22:00:00Z")
        let page = try await story.world.send(.get, Self.page, as: RoundStory.first)
        #expect(page.text.contains("Locked since Wednesday 31 March 2027, not certified"))
        #expect(!page.text.contains("name=\"up\""))
        let fields = [("seen", seen), ("up", story.candidacies[1].description)]
        let late = try await story.world.send(.post, Self.order, as: RoundStory.first, fields)
        #expect(late.status == .conflict && late.text.contains("The deadline was Wednesday 31 March 2027."))
    }

    @Test func `the lead arranges it and never certifies it`() async throws {
        let story = try await Self.listed()
        let fields = [("top", story.candidacies[2].description)]
        #expect(try await story.world.send(.post, Self.order, as: .lead, fields).status == .seeOther)
        #expect(try await Self.names(story, as: .lead) == ["Candidate 3", "Alva Berg", "Candidate 2"])
        #expect(!(try await story.world.send(.get, Self.page, as: .lead).text.contains("Certify this order")))
        let certified = try await story.world.send(.post, Self.order + "/certification", as: .lead)
        #expect(certified.status == .notFound)
        #expect(try await story.world.send(.get, Self.page, as: RoundStory.first).text.contains("Certify this order"))
    }
}
