import KohortCore
import KohortTesting
import Recruitment
import Testing

@Suite struct OfferListTests {
    @Test func `the lead sees all offers of the round, an employer its own, the latest first`() async throws {
        let world = try await SelectionWorld.make { $0.authority = .showingOthers($0.employers[1]) }
        _ = try await world.offer(to: 0)
        try await world.perform(world.offering(by: 1, to: 1), at: .at("2026-09-02T10:00:00Z"))
        let list = OfferList(round: .id(world.round))
        let lines = try await world.fetch(list).offers
        #expect(lines.map(\.organisation.name) == ["Employer 1", "Employer 0"])
        #expect(lines.map(\.title) == ["Place 1", "Place 0"])
        #expect(lines.map(\.number) == [2, 1])
        #expect(lines.map(\.name) == ["Applicant 2", "Applicant 1"])
        let own = try await world.fetch(list, by: .token(.new())).offers
        #expect(own.map(\.organisation.name) == ["Employer 1"])
    }

    @Test func `offers that are open after hiring was to be done are flagged`() async throws {
        let world = try await SelectionWorld.make { $0.workingDays = 60 }
        let (open, answered) = (try await world.offer(to: 0), try await world.offer(to: 1))
        try await world.perform(DeclineOffer(offer: answered, candidacy: world.candidates[1]))
        let list = OfferList(round: .id(world.round))
        let inTime = try await world.fetch(list, at: .at("2026-11-30T22:59:59Z")).offers
        #expect(inTime.filter(\.isOverdue).map(\.offer.id) == [])
        let afterwards = try await world.fetch(list, at: .at("2026-11-30T23:00:00Z")).offers
        #expect(afterwards.filter(\.isOverdue).map(\.offer.id) == [open])
    }
}
