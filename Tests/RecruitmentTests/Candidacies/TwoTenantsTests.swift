import KohortCore
import KohortStore
import KohortTesting
import Recruitment
import Testing

struct TwoTenantsTests {
    @Test func `the same address in two tenants makes two unrelated applicants`() async throws {
        let (north, northern) = try await RecruitmentWorld.open()
        let (south, southern) = try await RecruitmentWorld.open()
        let first = try await north.apply(.complete(northern))
        let second = try await south.apply(.complete(southern))
        #expect([first, second].map(\.number) == [1, 1])
        let persons = [
            try await north.own(first.candidacy).candidacy.person,
            try await south.own(second.candidacy).candidacy.person,
        ]
        #expect(persons[0] != persons[1])
        try await north.perform(WithdrawCandidacy(candidacy: first.candidacy))
        #expect(try await south.own(second.candidacy).candidacy.state == .submitted)
        await #expect(throws: Rejection.notFound) { try await south.own(first.candidacy) }
    }
}
