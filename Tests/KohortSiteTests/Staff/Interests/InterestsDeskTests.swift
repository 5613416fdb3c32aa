import HTTPTypes
import KohortApp
import KohortCore
import KohortStore
import KohortTesting
import Tenancy
import Testing

@testable import KohortSite

@Suite struct `The interest of municipalities` {
    @Test func `is listed with whom to talk to`() async throws {
        let world = try await RoundSite("ks")
        #expect(
            try await world.send(.get, "/staff/interests", as: .lead).text.contains(
                "Nobody has registered interest yet."))
        try await world.use { open in
            let command = RegisterInterest(
                id: .new(at: world.now), programme: try Slug("ks-2006"), municipality: "Fjell <b>kommune</b>",
                contactName: "Kari Nordmann", contactEmail: "kari@fjell.example", message: "When does it start?",
                language: .nb)
            _ = try await open.store.perform(command, by: .anonymous, at: world.now)
        }
        let page = try await world.send(.get, "/staff/interests", as: .lead).text
        for words in ["Fjell &lt;b&gt;kommune&lt;/b&gt;", "Kari Nordmann", "kari@fjell.example", "When does it start?"]
        {
            #expect(page.contains(words), "\(words)")
        }
    }
}
