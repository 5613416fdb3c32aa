import KohortCore
import KohortStore
import KohortTesting
import Testing

@testable import Recruitment

struct VacancyListTests {
    @Test func `approved demands of a published call are vacancies, with what they can be narrowed by`() async throws {
        let world = try await RecruitmentWorld.make()
        try await world.plan()
        let engineer = try await world.vacancy(of: world.umeå, asked: 2)
        _ = try await world.demand(of: world.umeå, title: "Not decided")
        #expect(
            try await world.fetch(VacancyList()) == VacancyList.Answer(calls: [], vacancies: [], fields: [], places: [])
        )
        try await world.publish()
        let list = try await world.fetch(VacancyList())
        let expected = Vacancy(
            demand: engineer, round: world.round, organisation: world.umeå, employer: OrganisationName.members[0],
            title: "Engineer", field: "Roads and water", competence: "A degree in engineering", place: "Umeå",
            positions: 2, publishedAt: .publishing, deadline: .application, isOpen: true)
        #expect(list.vacancies == [expected])
        #expect(list.fields == ["Roads and water"])
        #expect(list.places == ["Umeå"])
        #expect(list.calls.map(\.round) == [world.round])
    }

    @Test func `a list is narrowed by field and place, and still names all of them`() async throws {
        let world = try await RecruitmentWorld.make()
        try await world.plan()
        _ = try await world.vacancy(of: world.umeå)
        let terms = DemandTerms(title: "Nurse", field: "Care", competence: "Nursing", place: "Vännäs", asked: 1)
        let nurse = DemandID.new()
        try await world.perform(
            StateDemand(id: nurse, round: world.round, organisation: world.vännäs, terms: terms), at: .stating)
        try await world.perform(ApproveDemand(demand: nurse, positions: 1), at: .stating)
        try await world.publish()
        let care = try await world.fetch(VacancyList(field: "Care"))
        #expect(care.vacancies.map(\.demand) == [nurse])
        #expect(care.fields == ["Care", "Roads and water"])
        let place = try await world.fetch(VacancyList(round: .id(world.round), place: "Vännäs"))
        #expect(place.vacancies.map(\.demand) == [nurse])
        #expect(try await world.fetch(VacancyList(field: "Care", place: "Umeå")).vacancies == [])
    }

    @Test func `fields, places and an employer's own demands are in alphabetical order`() async throws {
        let world = try await RecruitmentWorld.make()
        try await world.plan()
        for word in ["Ängelholm", "Åre"] {
            let terms = DemandTerms(title: word, field: word, competence: "Any", place: word, asked: 1)
            let demand = DemandID.new()
            try await world.perform(
                StateDemand(id: demand, round: world.round, organisation: world.umeå, terms: terms), at: .stating)
            try await world.perform(ApproveDemand(demand: demand, positions: 1), at: .stating)
        }
        try await world.publish()
        let (list, places) = (
            try await world.fetch(VacancyList()),
            try await world.fetch(OwnPlaces(round: world.round, organisation: world.umeå))
        )
        for words in [list.fields, list.places, places.map(\.title)] { #expect(words == ["Åre", "Ängelholm"]) }
    }

    @Test func `after the deadline vacancies are closed, and gone from the list with their round`() async throws {
        let (world, places) = try await RecruitmentWorld.open()
        #expect(try await world.fetch(VacancyList()).vacancies.allSatisfy(\.isOpen))
        let late = try await world.fetch(VacancyList(), at: .afterwards).vacancies
        #expect(late.map(\.isOpen) == [false, false])
        try await world.perform(CloseRound(round: world.round), at: .afterwards)
        #expect(try await world.fetch(VacancyList()).vacancies == [])
        let asked = try await world.fetch(VacancyList(round: .id(world.round)))
        #expect(Set(asked.vacancies.map(\.demand)) == Set(places))
        #expect(try await world.fetch(PublishedCall(.id(world.round))) == asked.calls.first)
    }

    @Test func `a round that is not published is not found`() async throws {
        let world = try await RecruitmentWorld.make()
        try await world.plan()
        await #expect(throws: Rejection.notFound) { try await world.fetch(VacancyList(round: .id(world.round))) }
        await #expect(throws: Rejection.notFound) { try await world.fetch(PublishedCall(.id(world.round))) }
    }

    @Test func `a demand that is approved after publication is published then`() async throws {
        let (world, _) = try await RecruitmentWorld.open()
        let late = DemandID.new()
        try await world.perform(
            StateDemandLate(id: late, round: world.round, organisation: world.vännäs, terms: .sample()))
        try await world.perform(ApproveDemand(demand: late, positions: 1), at: .applying)
        let detail = try await world.fetch(VacancyDetail(vacancy: late))
        #expect(detail.vacancy.publishedAt == .applying)
    }
}

private struct OwnPlaces: Query {
    static let permission = Permission.readCalls
    let scope = Scope.consortium
    let round: RoundID
    let organisation: OrganisationID

    func fetch(in read: borrowing Read) throws -> [RankingPlaces] {
        try RankingPlaces.all(in: round, of: organisation, read)
    }
}
