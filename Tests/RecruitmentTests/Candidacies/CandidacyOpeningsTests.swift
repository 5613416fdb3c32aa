import KohortCore
import KohortStore
import KohortTesting
import Recruitment
import Testing

@Suite struct `The register of openings` {
    private let coordinator = Actor.person(.new())

    @Test func `says who opened which candidacy when, the newest first (BC-8)`() async throws {
        let (world, places) = try await RecruitmentWorld.open()
        let first = try await world.apply(.complete(places)).candidacy
        let second = try await world.apply(.complete(places, email: "b@example.org")).candidacy
        try await world.release()
        #expect(try await world.fetch(CandidacyOpenings()).lines == [])
        try await world.perform(OpenCandidacy(candidacy: first), at: .afterwards, by: coordinator)
        let later = Instant.afterwards.adding(days: 1)
        try await world.perform(OpenCandidacy(candidacy: second), at: later, by: .token(.new()))
        try await world.perform(OpenCandidacy(candidacy: second), at: later)
        let lines = try await world.fetch(CandidacyOpenings()).lines
        #expect(lines.map(\.candidacy) == [second, second, first] && lines.map(\.registered) == [2, 2, 1])
        #expect(lines.map(\.at) == [later, later, .afterwards] && Set(lines.map(\.round.text)) == ["2027"])
        #expect(lines.map(\.opener.kind) == ["system", "token", "person"])
        #expect(lines.map(\.opener.name) == [nil, "Kim Koordinator", "Kim Koordinator"])
        #expect(lines.map(\.opener.organisations) == [[], [world.umeå], [world.umeå]])
        let own = try await world.fetch(CandidacyOpenings(of: first)).lines
        #expect(own == [lines[2]])
        #expect(try await world.fetch(CandidacyOpenings(of: .new())).lines == [])
    }

    @Test func `comes fifty at a time, and every line once`() async throws {
        let (world, places) = try await RecruitmentWorld.open()
        let candidacy = try await world.apply(.complete(places)).candidacy
        try await world.release()
        for _ in 0..<CandidacyOpenings.pageSize {
            try await world.perform(OpenCandidacy(candidacy: candidacy), at: .afterwards)
        }
        #expect(try await world.fetch(CandidacyOpenings()).next == nil)
        try await world.perform(OpenCandidacy(candidacy: candidacy), at: .afterwards)
        let page = try await world.fetch(CandidacyOpenings(of: candidacy))
        let rest = try await world.fetch(CandidacyOpenings(of: candidacy, before: page.next))
        #expect([page.lines.count, rest.lines.count] == [50, 1] && rest.next == nil)
        let numbers = (page.lines + rest.lines).map(\.number)
        #expect(numbers == numbers.sorted(by: >) && Set(numbers).count == 51)
    }
}
