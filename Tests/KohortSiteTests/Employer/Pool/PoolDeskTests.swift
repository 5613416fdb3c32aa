import HTTPTypes
import KohortTesting
import Testing

@testable import KohortSite

@Suite struct `The pool of an employer` {
    private static let canary = "\"\u{301} onfocus=alert(1) <b>Å</b>"

    @Test func `until the release it says when it opens`() async throws {
        let story = try await RoundStory.published()
        let page = try await story.world.send(.get, "/employer/ornskoldsvik/pool", as: RoundStory.first)
        #expect(page.status == .ok)
        #expect(page.text.contains("Sunday 14 February 2027"))
        #expect(!page.text.contains("Alva Berg"))
    }

    @Test func `an employer without an approved place is told so`() async throws {
        let story = try await RoundStory.released()
        let page = try await story.world.send(.get, "/employer/norsjo/pool", as: .coordinator("norsjo"))
        #expect(page.text.contains("You have no approved place in this round"))
        #expect(!page.text.contains("Alva Berg"))
    }

    @Test func `comes fifty at a time and says how many are left`() async throws {
        let story = try await RoundStory.released(count: 53)
        let first = try await story.world.send(.get, "/employer/ornskoldsvik/pool", as: RoundStory.first)
        #expect(first.text.contains("53 left to look at"))
        #expect(first.text.contains(">Candidate 50</a>") && !first.text.contains(">Candidate 51</a>"))
        #expect(first.text.contains("pool?round=first-call&amp;after=50\" rel=\"next\""))
        let second = try await story.world.send(
            .get, "/employer/ornskoldsvik/pool?round=first-call&after=50", as: RoundStory.first)
        #expect(second.text.contains(">Candidate 51</a>") && !second.text.contains(">Candidate 50</a>"))
    }

    @Test func `is narrowed over all its pages`() async throws {
        let story = try await RoundStory.released(count: 53)
        let page = try await story.world.send(
            .get, "/employer/ornskoldsvik/pool?field=Maps&text=candidate%205", as: RoundStory.first)
        #expect(page.text.contains("2 of 53 candidates match"))
        #expect(page.text.contains(">Candidate 50</a>") && page.text.contains(">Candidate 52</a>"))
        #expect(page.text.contains("value=\"candidate 5\""))
    }

    @Test func `a filter that is too long is refused in words`() async throws {
        let story = try await RoundStory.released()
        let long = String(repeating: "x", count: 101)
        let page = try await story.world.send(.get, "/employer/ornskoldsvik/pool?text=\(long)", as: RoundStory.first)
        #expect(page.status == .unprocessableContent)
        #expect(page.text.contains("at most 100 characters"))
    }

    @Test func `a name that is an attack is shown as text`() async throws {
        let story = try await RoundStory.released(name: Self.canary)
        for path in ["pool", "pool/\(story.candidacies[0])", "ranking"] {
            if path == "ranking" {
                _ = try await story.world.send(
                    .post, "/employer/ornskoldsvik/pool/\(story.candidacies[0])/rank?round=first-call",
                    as: RoundStory.first)
            }
            let page = try await story.world.send(.get, "/employer/ornskoldsvik/\(path)", as: RoundStory.first)
            #expect(page.text.contains("&quot;\u{301} onfocus=alert(1) &lt;b&gt;Å&lt;/b&gt;"), "\(path)")
            let holdsRawQuote = page.text.utf8.holds("\"\u{301} onfocus")
            #expect(!holdsRawQuote, "\(path)")
        }
        let staff = try await story.world.send(.get, "/staff/rounds/first-call/candidacies", as: .lead)
        let staffHoldsRawQuote = staff.text.utf8.holds("\"\u{301} onfocus")
        #expect(!staffHoldsRawQuote)
    }

    @Test func `a candidate is marked as qualified from the list itself`() async throws {
        let story = try await RoundStory.released()
        let answer = try await story.world.send(
            .post, "/employer/ornskoldsvik/pool/\(story.candidacies[1])/assessment?round=first-call&mark=none",
            as: RoundStory.first, [("from", "list"), ("verdict", "qualified")])
        #expect(answer.status == .seeOther)
        #expect(answer.location == "/norra-norrland/employer/ornskoldsvik/pool?round=first-call&mark=none#n2")
        let page = try await story.world.send(.get, "/employer/ornskoldsvik/pool?mark=none", as: RoundStory.first)
        #expect(page.text.contains("2 left to look at"))
        #expect(!page.text.contains(">Candidate 2</a>"))
    }
}

extension String.UTF8View {
    /// Byte by byte: a quote with a combining mark is another `Character` than a quote.
    fileprivate func holds(_ text: String) -> Bool {
        Array(self).firstRange(of: Array(text.utf8)) != nil
    }
}
