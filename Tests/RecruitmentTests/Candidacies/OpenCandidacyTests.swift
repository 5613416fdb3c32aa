import KohortCore
import KohortStore
import KohortTesting
import Recruitment
import Synchronization
import Testing

struct OpenCandidacyTests {
    /// A world in which every person reaches the organisations that are put in.
    private func world() async throws -> (RecruitmentWorld, [DemandID], reach: Reaching) {
        let reaching = Reaching()
        let (world, places) = try await RecruitmentWorld.open(allowing: reaching.authority)
        return (world, places, reaching)
    }

    @Test func `each opening by an employer stands in the journal, with who it was`() async throws {
        let (world, places, reach) = try await world()
        let id = try await world.apply(.complete([places[0]])).candidacy
        try await world.release()
        reach.set([world.vännäs])
        let person = Actor.person(.new())
        let events = try await world.events {
            for _ in 1...2 { try await world.perform(OpenCandidacy(candidacy: id), at: .afterwards, by: person) }
        }
        #expect(events == ["recruitment.candidacy.opened", "recruitment.candidacy.opened"])
        #expect(try await world.fetch(WholeJournal()).last?.audience == "internal")
    }

    @Test func `an employer opens nothing before the release, and none but the round's employers at all`() async throws
    {
        let (world, places, reach) = try await world()
        let id = try await world.apply(.complete(places)).candidacy
        reach.set([world.umeå])
        func open() async throws {
            try await world.perform(OpenCandidacy(candidacy: id), at: .afterwards, by: .person(.new()))
        }
        await #expect(throws: Rejection.notFound) { try await open() }
        try await world.release()
        try await open()
        reach.set([world.outsider])
        await #expect(throws: Rejection.notFound) { try await open() }
    }

    @Test func `the lead opens what is registered, before the release too, but no draft`() async throws {
        let (world, places, _) = try await world()
        let id = try await world.apply(.complete(places)).candidacy
        let draft = try await world.apply(.complete(places, email: "b@example.org"), submits: false).candidacy
        try await world.perform(OpenCandidacy(candidacy: id))
        await #expect(throws: Rejection.notFound) { try await world.perform(OpenCandidacy(candidacy: draft)) }
        try await world.perform(WithdrawCandidacy(candidacy: id))
        await #expect(throws: Rejection.gone) { try await world.perform(OpenCandidacy(candidacy: id)) }
    }
}

/// An authority that allows everything; persons reach what was last set, everybody else all.
final class Reaching: Sendable {
    private let organisations = Mutex<Set<OrganisationID>>([])

    func set(_ organisations: Set<OrganisationID>) { self.organisations.withLock { $0 = organisations } }

    var authority: Authority {
        Authority(
            decide: { _, _, _, _ in .allowed },
            reach: { [self] actor, _, _ in
                if case .person = actor { .organisations(organisations.withLock { $0 }) } else { .all }
            })
    }
}
