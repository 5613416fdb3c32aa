import KohortCore
import KohortStore
import KohortTesting
import Testing

@testable import Recruitment

@Suite struct NominateHireTests {
    @Test func `a member enrols its own new hire, with no application and no release`() async throws {
        let world = try await SelectionWorld.make { $0.isReleased = false }
        let nomination = NominationID.new()
        let events = try await world.events { try await world.perform(world.nominating(nomination)) }
        #expect(events == ["recruitment.hire.nominated"])
        let expected = Nomination(
            id: nomination, round: world.round, organisation: world.employers[0],
            person: world.persons[try #require(EmailAddress("new.hire@example.org"))], name: "New Hire",
            email: try #require(EmailAddress("new.hire@example.org")), field: "roads", contract: .permanent,
            hiredOn: .day("2026-08-15"), nominatedAt: SelectionWorld.now)
        let list = try await world.fetch(NominationList(round: .id(world.round)))
        #expect(list.nominations.map(\.nomination) == [expected])
        #expect(list.nominations.map(\.organisation.name) == ["Employer 0"])
    }

    @Test func `a person is nominated once in a round, by whomever, until that is taken back`() async throws {
        let world = try await SelectionWorld.make()
        let first = NominationID.new()
        try await world.perform(world.nominating(first))
        for employer in [0, 1] {
            await #expect(throws: Rejection.conflict("nomination.already_made")) {
                try await world.perform(world.nominating(by: employer))
            }
        }
        try await world.perform(WithdrawNomination(nomination: first, organisation: world.employers[0]))
        try await world.perform(world.nominating(by: 1))
    }

    @Test func `who has accepted a place of the round is not nominated`() async throws {
        let world = try await SelectionWorld.make()
        try await world.perform(world.nominating(email: "applicant2@example.org"))
        let offer = try await world.offer(to: 0)
        try await world.perform(AcceptOffer(offer: offer, candidacy: world.candidates[0]))
        await #expect(throws: Rejection.conflict("nomination.has_position")) {
            try await world.perform(world.nominating(email: "applicant1@example.org"))
        }
    }

    @Test func `only a member nominates`() async throws {
        let world = try await SelectionWorld.make()
        let stranger = NominateHire(
            nomination: .new(), round: world.round, organisation: .new(), hire: try SelectionWorld.hire())
        await #expect(throws: Rejection.conflict("organisation.not_member")) { try await world.perform(stranger) }
    }

    @Test func `a nomination is made until the round is closed`() async throws {
        let world = try await SelectionWorld.make()
        try await world.perform(CloseRound(round: world.round))
        await #expect(throws: Rejection.conflict("round.closed")) { try await world.perform(world.nominating()) }
    }

    @Test func `name and field must be written`() async throws {
        let world = try await SelectionWorld.make()
        let problems = [
            FieldProblem("name", "text.required"), FieldProblem("field", "text.too_long", ["limit": "100"]),
        ]
        await #expect(throws: Rejection.invalid(problems)) {
            try await world.perform(world.nominating(name: " ", field: String(repeating: "x", count: 101)))
        }
    }
}
