import HTTPTypes
import KohortTesting
import Testing

@testable import KohortSite

@Suite struct `Members and bodies` {
    @Test func `one membership may be two companies', and bodies keep their past names`() async throws {
        let world = try await RoundSite("romerike")
        let page = try await world.send(.get, "/staff/members", as: .lead).text
        #expect(page.contains("NRV and NRA") || page.contains("NRA and NRV"))
        #expect(page.contains("Leader forum, until 1 January 2011"))
        #expect(page.contains("Is hired by"))
    }

    @Test func `a consortium without members says so`() async throws {
        let world = try await RoundSite("norra-norrland")
        let page = try await world.send(.get, "/staff/members", as: .lead).text
        #expect(page.contains("Örnsköldsviks kommun") && page.contains("No bodies are entered."))
    }
}
