import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import KohortSite

struct StyleguideTests {
    @Test func `the lead sees every component, with the consortium's members in them`() async throws {
        let page = try await RoundStory.published(count: 0).world.send(.get, "/styleguide", as: .lead)
        #expect(page.status == .ok)
        for part in ["swatches", "ranking", "due", "dates", "timeline", "stack", "summary", "steps", "empty", "pager"] {
            #expect(page.text.contains("class=\"\(part)\""), "\(part)")
        }
        #expect(page.text.contains("Örnsköldsvik"))
    }

    @Test func `employers and visitors do not`() async throws {
        let world = try await RoundStory.published(count: 0).world
        #expect(try await world.send(.get, "/styleguide", as: RoundStory.first).status == .forbidden)
        #expect(try await world.send(.get, "/styleguide", as: .nobody).status == .unauthorized)
    }
}
