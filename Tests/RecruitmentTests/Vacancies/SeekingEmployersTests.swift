import KohortCore
import KohortStore
import KohortTesting
import Recruitment
import Testing

struct SeekingEmployersTests {
    @Test func `employers that seek trainees are shown with their places and fields (KS11-7)`() async throws {
        let world = try await RecruitmentWorld.make()
        try await world.plan()
        _ = try await world.vacancy(of: world.vännäs)
        let first = try await world.vacancy(of: world.umeå, asked: 2, title: "A")
        let second = try await world.vacancy(of: world.umeå, title: "B")
        #expect(try await world.fetch(SeekingEmployers()).isEmpty)
        try await world.publish()
        let employers = try await world.fetch(SeekingEmployers())
        #expect(employers.map(\.name.name) == ["Umeå", "Vännäs"])
        #expect(employers.map(\.positions) == [3, 1])
        #expect(employers[0].fields == ["Roads and water"])
        #expect(employers[0].vacancies.map(\.demand) == [first, second])
        #expect(try await world.fetch(SeekingEmployers(round: .slug(try Slug("2027")))) == employers)
    }

    @Test func `an employer's fields are in alphabetical order`() async throws {
        let world = try await RecruitmentWorld.make()
        try await world.plan()
        for field in ["Äldreomsorg", "Åkeri"] {
            let terms = DemandTerms(title: "A", field: field, competence: "Any", place: "Umeå", asked: 1)
            let demand = DemandID.new()
            try await world.perform(
                StateDemand(id: demand, round: world.round, organisation: world.umeå, terms: terms), at: .stating)
            try await world.perform(ApproveDemand(demand: demand, positions: 1), at: .stating)
        }
        try await world.publish()
        #expect(try await world.fetch(SeekingEmployers()).map(\.fields) == [["Åkeri", "Äldreomsorg"]])
    }

    @Test func `who has no approved demand does not seek`() async throws {
        let world = try await RecruitmentWorld.make()
        try await world.plan()
        _ = try await world.vacancy(of: world.umeå)
        _ = try await world.demand(of: world.vännäs)
        try await world.publish()
        #expect(try await world.fetch(SeekingEmployers()).map(\.organisation) == [world.umeå])
    }
}
