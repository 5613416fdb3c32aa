import KohortCore
import KohortTesting
import Recruitment
import Testing

@Suite struct WithdrawNominationTests {
    @Test func `a nomination is taken back once, and stays to be seen`() async throws {
        let world = try await SelectionWorld.make()
        let nomination = NominationID.new()
        try await world.perform(world.nominating(nomination))
        let withdrawal = WithdrawNomination(nomination: nomination, organisation: world.employers[0])
        let events = try await world.events { try await world.perform(withdrawal) }
        #expect(events == ["recruitment.nomination.withdrawn"])
        let list = try await world.fetch(NominationList(round: .id(world.round)))
        #expect(list.nominations.map(\.nomination.withdrawnAt) == [SelectionWorld.now])
        await #expect(throws: Rejection.conflict("nomination.withdrawn")) { try await world.perform(withdrawal) }
    }

    @Test func `another employer's nomination is not there`() async throws {
        let world = try await SelectionWorld.make()
        let nomination = NominationID.new()
        try await world.perform(world.nominating(nomination))
        await #expect(throws: Rejection.notFound) {
            try await world.perform(WithdrawNomination(nomination: nomination, organisation: world.employers[1]))
        }
    }

    @Test func `a closed round keeps its nominations`() async throws {
        let world = try await SelectionWorld.make()
        let nomination = NominationID.new()
        try await world.perform(world.nominating(nomination))
        try await world.perform(CloseRound(round: world.round))
        await #expect(throws: Rejection.conflict("round.closed")) {
            try await world.perform(WithdrawNomination(nomination: nomination, organisation: world.employers[0]))
        }
    }
}
