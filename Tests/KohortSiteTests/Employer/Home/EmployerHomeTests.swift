import HTTPTypes
import HummingbirdTesting
import KohortCore
import Testing

@testable import KohortSite

@Suite struct `The first page of an employer` {
    @Test func `says what is due, by date`() async throws {
        let world = try await RoundSite()
        let page = try await world.send(.get, "/employer/umea", as: .coordinator("umea")).text
        #expect(page.contains("<h1>Umeå kommun</h1>"))
        #expect(page.contains("Tuesday 15 December 2026") && page.contains("In 25 days"))
        #expect(page.contains("href=\"/norra-norrland/employer/umea/demand?round=first-call\""))
    }

    @Test func `says how many are left to look at once the pool is released`() async throws {
        let story = try await RoundStory.released()
        let page = try await story.world.send(.get, "/employer/umea", as: RoundStory.second).text
        #expect(page.contains("3 left to look at"))
    }

    @Test func `names who is to answer an offer, and by when`() async throws {
        let story = try await RoundStory.released()
        let fields = [
            ("candidacy", story.candidacies[0].description), ("demand", story.demands.umea.description),
            ("contract", "permanent"),
        ]
        _ = try await story.world.send(.post, "/employer/umea/offers?round=first-call", as: RoundStory.second, fields)
        let page = try await story.world.send(.get, "/employer/umea", as: RoundStory.second).text
        #expect(page.contains("Alva Berg answers the offer") && page.contains("Monday 22 February 2027"))
        let other = try await story.world.send(.get, "/employer/ornskoldsvik", as: RoundStory.first).text
        #expect(!other.contains("answers the offer"))
    }
}
