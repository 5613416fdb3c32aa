import HTTPTypes
import KohortTesting
import Testing

@testable import KohortSite

@Suite struct `The register of who opened whose application` {
    private let path = "/staff/openings"

    @Test func `names who opened one, for which employer, and nobody who applied`() async throws {
        let story = try await RoundStory.released()
        let (world, first) = (story.world, story.candidacies[0])
        #expect(try await world.send(.get, path, as: .lead).text.contains("Nobody has opened one yet."))
        let pool = "/employer/ornskoldsvik/pool"
        #expect(try await world.send(.get, "\(pool)/\(first)", as: RoundStory.first).status == .ok)
        let candidate = "/staff/rounds/first-call/candidacies/\(story.candidacies[1])"
        let opened = try await world.send(.get, candidate, as: .lead)
        #expect(opened.text.contains("href=\"/norra-norrland\(path)?candidacy=\(story.candidacies[1])\""))
        let page = try await world.send(.get, path, as: .lead)
        #expect(page.status == .ok)
        let text = page.text
        for part in [
            "Number 1, first-call", "Number 2, first-call", "Somebody", "Örnsköldsvik", "The programme office",
        ] {
            #expect(text.contains(part), "\(part)")
        }
        #expect(text.contains("15 February 2027 at 10:00:00") && !text.contains("Alva Berg"))
        let own = try await world.send(.get, "\(path)?candidacy=\(first)", as: .lead).text
        #expect(own.contains("Number 1, first-call") && !own.contains("Number 2, first-call"))
        #expect(try await world.send(.get, "/staff/journal", as: .lead).text.contains("/norra-norrland\(path)\""))
    }

    @Test func `is the programme office's alone`() async throws {
        let story = try await RoundStory.released()
        #expect(try await story.world.send(.get, path, as: RoundStory.first).status == .forbidden)
        #expect(try await story.world.send(.get, path, as: .nobody).status != .ok)
        #expect(try await story.world.send(.get, "\(path)?candidacy=me", as: .lead).status == .notFound)
        #expect(try await story.world.send(.get, path, as: .lead).status == .ok)
    }
}
