import KohortCore
import KohortStore
import KohortTesting
import Recruitment
import Testing

struct VacancyDetailTests {
    @Test func `one vacancy is read with its call, also when the round is over`() async throws {
        let (world, places) = try await RecruitmentWorld.open()
        let detail = try await world.fetch(VacancyDetail(vacancy: places[1]))
        #expect(detail.vacancy.employer.name == "Vännäs")
        #expect(detail.call.round == world.round)
        #expect(detail.vacancy.isOpen)
        try await world.perform(CloseRound(round: world.round), at: .afterwards)
        #expect(try await world.fetch(VacancyDetail(vacancy: places[1])).vacancy.isOpen == false)
    }

    @Test func `what is not approved or not published is not found`() async throws {
        let world = try await RecruitmentWorld.make()
        try await world.plan()
        let approved = try await world.vacancy(of: world.umeå)
        let stated = try await world.demand(of: world.umeå)
        for demand in [approved, stated, .new()] {
            await #expect(throws: Rejection.notFound) { try await world.fetch(VacancyDetail(vacancy: demand)) }
        }
        try await world.publish()
        #expect(try await world.fetch(VacancyDetail(vacancy: approved)).vacancy.demand == approved)
        await #expect(throws: Rejection.notFound) { try await world.fetch(VacancyDetail(vacancy: stated)) }
    }
}
