import KohortCore
import KohortTesting
import Recruitment
import Testing

@Suite struct NominationListTests {
    @Test func `an employer sees its own nominations, the lead all of them, the latest first`() async throws {
        let world = try await SelectionWorld.make { $0.authority = .showingOthers($0.employers[0]) }
        try await world.perform(world.nominating())
        try await world.perform(
            world.nominating(by: 1, email: "other@example.org"), at: .at("2026-09-02T10:00:00Z"))
        let list = NominationList(round: .id(world.round))
        #expect(try await world.fetch(list).nominations.map(\.organisation.name) == ["Employer 1", "Employer 0"])
        #expect(try await world.fetch(list, by: .token(.new())).nominations.map(\.organisation.name) == ["Employer 0"])
    }
}
