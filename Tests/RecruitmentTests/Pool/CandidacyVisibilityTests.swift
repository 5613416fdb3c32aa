import KohortCore
import KohortStore
import KohortTesting
import Recruitment
import Testing

@Suite struct CandidacyVisibilityTests {
    @Test func `a candidacy is seen by its round's employers once the pool is released`() async throws {
        let world = try await SelectionWorld.make { plan in
            plan.isReleased = false
            plan.applicants[1].submits = false
        }
        #expect(try await world.fetch(Viewers(candidacy: world.candidates[0])) == [])
        try await world.release()
        #expect(try await world.fetch(Viewers(candidacy: world.candidates[0])) == Set(world.employers))
        #expect(try await world.fetch(Viewers(candidacy: world.candidates[1])) == [])
        #expect(try await world.fetch(Viewers(candidacy: .new())) == [])
    }

    @Test func `once withdrawn it is seen by those that made it an offer alone`() async throws {
        let world = try await SelectionWorld.make()
        _ = try await world.offer(by: 1, to: 0)
        for index in [0, 1] { try await world.perform(WithdrawCandidacy(candidacy: world.candidates[index])) }
        #expect(try await world.fetch(Viewers(candidacy: world.candidates[0])) == [world.employers[1]])
        #expect(try await world.fetch(Viewers(candidacy: world.candidates[1])) == [])
    }

    @Test func `a round's employers have an approved demand in it`() async throws {
        let world = try await SelectionWorld.make()
        try await world.perform(WithdrawDemand(demand: world.demands[1], organisation: world.employers[1]))
        #expect(try await world.fetch(RoundEmployers(round: world.round)) == [world.employers[0]])
        #expect(try await world.fetch(RoundEmployers(round: .new())) == [])
    }
}

private struct Viewers: Query {
    static let permission = Permission("test.viewers")
    let scope = Scope.consortium
    let candidacy: CandidacyID

    func fetch(in read: borrowing Read) throws -> Set<OrganisationID> {
        try CandidacyVisibility.organisations(of: candidacy, read)
    }
}

private struct RoundEmployers: Query {
    static let permission = Permission("test.employers")
    let scope = Scope.consortium
    let round: RoundID

    func fetch(in read: borrowing Read) throws -> Set<OrganisationID> {
        try CandidacyVisibility.organisations(in: round, read)
    }
}
