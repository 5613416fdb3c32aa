import KohortCore
import KohortTesting
import Recruitment
import Testing

@Suite struct OffersOfCandidacyTests {
    @Test func `a candidate sees what was offered by whom, until when, and what can be answered`() async throws {
        let world = try await SelectionWorld.make()
        let first = try await world.offer(to: 0)
        try await world.perform(world.offering(by: 1, to: 0), at: .at("2026-09-02T10:00:00Z"))
        _ = try await world.offer(to: 1)
        try await world.perform(DeclineOffer(offer: first, candidacy: world.candidates[0]))
        let query = OffersOfCandidacy(candidacy: world.candidates[0])
        let lines = try await world.fetch(query)
        #expect(lines.map(\.employer.name) == ["Employer 0", "Employer 1"])
        #expect(lines.map(\.title) == ["Place 0", "Place 1"])
        #expect(lines.map(\.place) == ["Town 0", "Town 1"])
        #expect(lines.map(\.offer.state) == [.declined, .open])
        #expect(lines.map(\.takesAnswer) == [false, true])
        #expect(
            lines.map(\.deadline) == [
                Deadline(.day("2026-09-15"), in: .stockholm), Deadline(.day("2026-09-16"), in: .stockholm),
            ])
        let late = try await world.fetch(query, at: .at("2026-09-16T22:00:00Z"))
        #expect(late.map(\.takesAnswer) == [false, false])
    }

    @Test func `a candidacy that does not exist has no offers to show`() async throws {
        let world = try await SelectionWorld.make()
        await #expect(throws: Rejection.notFound) { try await world.fetch(OffersOfCandidacy(candidacy: .new())) }
        #expect(try await world.fetch(OffersOfCandidacy(candidacy: world.candidates[0])) == [])
    }
}
