import HTTPTypes
import KohortTesting
import Testing

@testable import KohortSite

@Suite struct `A programme's definition in words` {
    @Test func `says when a planned programme is to start`() async throws {
        let world = try await RoundSite("ks")
        let page = try await world.send(.get, "/staff/programmes", as: .lead).text
        #expect(page.contains("Planned, starts autumn 2007"))
    }

    @Test func `tells the rules of each version`() async throws {
        let world = try await RoundSite()
        let page = try await world.send(.get, "/staff/programmes/trainee", as: .lead).text
        for words in [
            "Version 1: 1", "Part 1: At home, at home with the employer, 9 months",
            "at a smaller member, otherwise another",
            "20%", "Build relations between the municipalities", "has no study trip.", "rules.months",
        ] { #expect(page.contains(words), "\(words)") }
    }

    @Test func `an unknown programme is not found`() async throws {
        let world = try await RoundSite()
        #expect(try await world.send(.get, "/staff/programmes/none", as: .lead).status == .notFound)
    }
}
