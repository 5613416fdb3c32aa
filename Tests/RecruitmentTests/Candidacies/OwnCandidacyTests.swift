import KohortCore
import KohortStore
import KohortTesting
import Testing

@testable import Recruitment

struct OwnCandidacyTests {
    @Test func `an applicant sees what was sent, the places by wish, the documents and what can be done`() async throws
    {
        let (world, places) = try await RecruitmentWorld.open()
        let id = try await world.apply(.complete(places.reversed()), documents: [.other(), .cv()]).candidacy
        let own = try await world.fetch(OwnCandidacy(candidacy: id), by: .applicant(id))
        #expect(own.candidacy.details.name == "Kim Ek")
        #expect(own.call.round == world.round)
        #expect(
            own.wishes == [
                .init(demand: places[1], title: "Engineer", employer: OrganisationName.members[1], isVacant: true),
                .init(demand: places[0], title: "Engineer", employer: OrganisationName.members[0], isVacant: true),
            ])
        #expect(own.documents.map(\.kind) == [.cv, .other])
        #expect(own.canChange)
        #expect(own.canWithdraw)
    }

    @Test func `after the deadline it can only be withdrawn, and once it has ended nothing can be done`() async throws {
        let (world, places) = try await RecruitmentWorld.open()
        let id = try await world.apply(.complete(places)).candidacy
        let late = try await world.own(id, at: .afterwards)
        #expect([late.canChange, late.canWithdraw] == [false, true])
        try await world.perform(WithdrawCandidacy(candidacy: id))
        let withdrawn = try await world.own(id)
        #expect([withdrawn.canChange, withdrawn.canWithdraw] == [false, false])
    }

    @Test func `what is not there is not found`() async throws {
        let (world, _) = try await RecruitmentWorld.open()
        await #expect(throws: Rejection.notFound) { try await world.own(.new()) }
    }
}
