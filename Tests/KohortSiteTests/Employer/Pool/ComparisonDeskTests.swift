import HTTPTypes
import KohortCore
import KohortTesting
import Testing

@testable import KohortSite

@Suite struct `Two candidates side by side` {
    private static let pool = "/employer/ornskoldsvik/pool"

    private func compared(
        _ story: RoundStory, _ numbers: [Int], as visitor: RoundSite.Visitor = RoundStory.first, at pool: String = pool,
        more: String = "", language: String = "en"
    ) async throws -> TestResponse {
        let chosen = numbers.map { "&candidacy=\(story.candidacies[$0])" }.joined()
        let cookies = [try await story.world.cookie(of: visitor), "kohort_language=\(language)"].compactMap(\.self)
        return try await story.world.send(
            .get, "\(pool)/comparison?round=first-call\(more)\(chosen)", as: visitor,
            cookie: cookies.joined(separator: "; "))
    }

    @Test func `stand in one table with what they sent and what we think of them`() async throws {
        let story = try await RoundStory.released()
        let first = "\(Self.pool)/\(story.candidacies[0])"
        _ = try await story.world.send(.post, first + "/rank?round=first-call", as: RoundStory.first)
        _ = try await story.world.send(
            .post, "\(Self.pool)/\(story.candidacies[1])/assessment?round=first-call", as: RoundStory.first,
            [("verdict", "not_qualified"), ("reasons", "language"), ("note", "Ring <back>")])
        let page = try await compared(story, [0, 1])
        #expect(page.status == .ok)
        #expect(page.text.contains("<h1>Alva Berg and Candidate 2</h1>"))
        #expect(page.text.contains("<th scope=\"col\">Alva Berg</th><th scope=\"col\">Candidate 2</th>"))
        for words in [
            "No. 1 of 1 on the list", "Not on the list", "tag none\">Not looked at",
            "tag not_qualified\">Not qualified",
            "<p>Language</p>", "Ring &lt;back&gt;", "Engineer for roads", "I want to build.", "Roads, Umeå universitet",
            "Maps, Umeå universitet", "person-0@people.example", "person-1@people.example",
        ] { #expect(page.text.contains(words), "\(words)") }
        for candidacy in story.candidacies.prefix(2) {
            #expect(page.text.contains("\(Self.pool)/\(candidacy)/documents/"))
            #expect(page.text.contains("\(Self.pool)/\(candidacy)?round=first-call"))
        }
    }

    @Test func `both are opened in the journal, and who is only listed is not`() async throws {
        let story = try await RoundStory.released()
        for numbers in [[], [0, 1, 2]] { _ = try await compared(story, numbers) }
        #expect(try await story.world.openings() == 0)
        _ = try await compared(story, [0, 1])
        #expect(try await story.world.openings() == 2)
    }

    @Test func `nobody chosen yet is told how, and one is asked for another`() async throws {
        let story = try await RoundStory.released()
        let none = try await compared(story, [])
        #expect(none.status == .ok)
        #expect(none.text.contains("Nobody is chosen yet. Tick two candidates in the list"))
        _ = try await story.world.send(
            .post, "\(Self.pool)/\(story.candidacies[2])/rank?round=first-call", as: RoundStory.first)
        let one = try await compared(story, [0], more: "&field=Roads")
        #expect(one.status == .ok)
        #expect(one.text.contains("<h1>Compare Alva Berg with another</h1>"))
        #expect(one.text.contains("I want to build."))
        let (first, listed) = (story.candidacies[0], story.candidacies[2])
        let query = "round=first-call&amp;field=Roads&amp;candidacy=\(first)"
        #expect(one.text.contains("comparison?\(query)&amp;candidacy=\(listed)\">Candidate 3</a>"))
        #expect(one.text.contains("/pool?\(query)\">Look for another in the pool</a>"))
    }

    @Test func `three are too many, and stay ticked`() async throws {
        let story = try await RoundStory.released(count: 4)
        let page = try await compared(story, [0, 1, 3], more: "&field=Roads")
        #expect(page.status == .unprocessableContent)
        #expect(page.text.contains("More than two candidates are ticked."))
        let ticked = page.text.matches(of: /name="candidacy" value="([0-9a-f-]+)" checked/).map { String($0.output.1) }
        #expect(ticked == [story.candidacies[0].description])
        let held = page.text.matches(of: /type="hidden" form="pool-filter" name="candidacy" value="([0-9a-f-]+)"/)
        #expect(held.map { String($0.output.1) } == [1, 3].map { story.candidacies[$0].description })
        #expect(page.text.contains("Also chosen: <strong>Candidate 2, Candidate 4</strong>"))
    }

    @Test func `the same twice is one, and said to be`() async throws {
        let story = try await RoundStory.released()
        let page = try await compared(story, [1, 1])
        #expect(page.status == .unprocessableContent)
        #expect(page.text.contains("The same candidate was chosen twice."))
        #expect(page.text.contains("<h1>Compare Candidate 2 with another</h1>"))
    }

    @Test(arguments: [
        ("en", "perhaps they have withdrawn"), ("nb", "kanskje er søknaden trukket"),
        ("sv", "kanske är ansökan återtagen"),
    ])
    func `who has withdrawn meanwhile is not shown, and the other one is`(language: String, words: String) async throws
    {
        let story = try await RoundStory.released()
        #expect(try await compared(story, [0, 1], language: language).text.contains("Alva Berg"))
        let withdrawal = "/staff/rounds/first-call/candidacies/\(story.candidacies[0])/withdrawal"
        #expect(try await story.world.send(.post, withdrawal, as: .lead).status == .seeOther)
        let page = try await compared(story, [0, 1], language: language)
        #expect(page.status == .notFound)
        #expect(page.text.contains(words))
        #expect(page.text.contains("Candidate 2") && !page.text.contains("Alva Berg"))
        #expect(try await compared(story, [0, 0], language: language).status == .notFound)
    }

    @Test func `what is no candidate, or another employer's, is not there`() async throws {
        let story = try await RoundStory.released()
        let broken = try await story.world.send(
            .get, "\(Self.pool)/comparison?candidacy=1&candidacy=2", as: RoundStory.first)
        #expect(broken.status == .notFound)
        let elsewhere = try await story.world.send(
            .get, "/employer/ornskoldsvik/demand?candidacy=1&candidacy=2", as: RoundStory.first)
        #expect(elsewhere.status == .badRequest)
        let stranger = RoundSite.Visitor.coordinator("norsjo")
        #expect(try await compared(story, [0, 1], as: stranger, at: "/employer/norsjo/pool").status == .notFound)
        #expect(try await compared(story, [0, 1], as: stranger).status == .notFound)
        #expect(try await compared(story, [0, 1], as: RoundStory.second, at: "/employer/umea/pool").status == .ok)
        #expect(try await compared(story, [0, 1], as: .nobody).status == .unauthorized)
    }

    @Test func `what another employer thinks of them is not shown`() async throws {
        let story = try await RoundStory.released()
        _ = try await story.world.send(
            .post, "/employer/umea/pool/\(story.candidacies[1])/assessment?round=first-call", as: RoundStory.second,
            [("verdict", "not_qualified"), ("reasons", "duplicate"), ("note", "Umea's own words")])
        let theirs = try await compared(story, [0, 1], as: RoundStory.second, at: "/employer/umea/pool")
        #expect(theirs.text.contains("Umea&#39;s own words") && theirs.text.contains("tag not_qualified"))
        let own = try await compared(story, [0, 1])
        #expect(!own.text.contains("own words") && !own.text.contains("tag not_qualified"))
    }

    @Test func `whoever is chosen stays so from page to page and on their own page`() async throws {
        let story = try await RoundStory.released(count: 53)
        let (first, last) = (story.candidacies[0], story.candidacies[52])
        let page = try await story.world.send(
            .get, "\(Self.pool)?round=first-call&after=50&candidacy=\(first)", as: RoundStory.first)
        #expect(page.text.contains("Also chosen: <strong>Alva Berg</strong>"))
        #expect(page.text.contains("\(Self.pool)/\(last)?round=first-call&amp;after=50&amp;candidacy=\(first)"))
        let candidate = try await story.world.send(
            .get, "\(Self.pool)/\(last)?round=first-call&candidacy=\(first)", as: RoundStory.first)
        #expect(
            candidate.text.contains(
                "comparison?round=first-call&amp;candidacy=\(first)&amp;candidacy=\(last)\">Compare with another</a>"))
    }
}
