import KohortCore
import KohortStore
import KohortTesting
import Testing

@testable import Recruitment

@Suite struct CandidacyPoolTests {
    @Test func `a line shows the candidate, the wishes, and the employer's own marks`() async throws {
        let world = try await SelectionWorld.make { $0.applicants[0].wishes = [1, 0] }
        try await world.perform(
            AssessCandidacy(candidacy: world.candidates[0], organisation: world.employers[0], verdict: .qualified))
        try await world.perform(world.ranking(1, 0))
        let offer = try await world.offer(to: 0)
        try await world.perform(DeclineOffer(offer: offer, candidacy: world.candidates[0]))
        let pool = try await world.pool()
        let expected = PoolCandidate(
            candidacy: world.candidates[0], number: 1, state: .submitted, name: "Applicant 1", place: "Umeå",
            educationLevel: .master, educationField: "roads", school: "Umeå universitet", graduationYear: nil,
            wishes: [
                PoolWish(
                    position: 1, demand: world.demands[1], title: "Place 1", organisation: world.employers[1],
                    employer: OrganisationName(slug: try Slug("employer-1"), name: "Employer 1")),
                PoolWish(
                    position: 2, demand: world.demands[0], title: "Place 0", organisation: world.employers[0],
                    employer: OrganisationName(slug: try Slug("employer-0"), name: "Employer 0")),
            ], verdict: .qualified, rank: 2, offer: .declined)
        #expect(pool.candidates.first == expected)
        #expect(pool.candidates.map(\.number) == [1, 2, 3])
        #expect([pool.total, pool.left, pool.matching] == [3, 2, 3])
        #expect(pool.educationFields == ["roads"])
        #expect(pool.next == nil)
    }

    @Test func `the fields of education that narrow it are in alphabetical order`() async throws {
        let world = try await SelectionWorld.make { plan in
            for (index, field) in ["Ökonomi", "Ärenderätt", "Åkerbruk"].enumerated() {
                plan.applicants[index].field = field
            }
        }
        #expect(try await world.pool().educationFields == ["Åkerbruk", "Ärenderätt", "Ökonomi"])
    }

    @Test func `the whole pool is released to every employer, without the others' marks`() async throws {
        let world = try await SelectionWorld.make()
        try await world.perform(
            AssessCandidacy(candidacy: world.candidates[0], organisation: world.employers[0], verdict: .qualified))
        try await world.perform(world.ranking(0))
        _ = try await world.offer(to: 0)
        let pool = try await world.pool(of: 1)
        #expect(pool.candidates.map(\.number) == [1, 2, 3])
        #expect(pool.candidates.allSatisfy { $0.verdict == nil && $0.rank == nil && $0.offer == nil })
        #expect(pool.left == 3)
    }

    @Test func `drafts and withdrawn candidacies are not in it, closed ones are, to be seen only`() async throws {
        let world = try await SelectionWorld.make { plan in
            plan.applicants = (1...4).map { SelectionApplicant(number: $0) }
            plan.applicants[0].submits = false
        }
        try await world.perform(WithdrawCandidacy(candidacy: world.candidates[1]))
        let offer = try await world.offer(by: 1, to: 2)
        try await world.perform(AcceptOffer(offer: offer, candidacy: world.candidates[2]))
        let pool = try await world.pool()
        #expect(pool.candidates.map(\.candidacy) == [world.candidates[2], world.candidates[3]])
        #expect(pool.candidates.map(\.state) == [.closed, .submitted])
        #expect([pool.total, pool.left] == [2, 1])
    }

    @Test func `fifty a page, each candidacy on one page`() async throws {
        let world = try await SelectionWorld.make { plan in
            plan.applicants = (1...120).map { SelectionApplicant(number: $0) }
        }
        var (pages, after) = ([[Int]](), Int?.none)
        repeat {
            let pool = try await world.pool(after: after)
            pages.append(pool.candidates.map(\.number))
            after = pool.next
            #expect(pool.total == 120)
        } while after != nil
        #expect(pages.map(\.count) == [50, 50, 20])
        #expect(pages.flatMap { $0 } == Array(1...120))
    }

    @Test func `exactly fifty are one page`() async throws {
        let world = try await SelectionWorld.make { plan in
            plan.applicants = (1...50).map { SelectionApplicant(number: $0) }
        }
        let pool = try await world.pool()
        #expect(pool.candidates.count == 50)
        #expect(pool.next == nil)
    }

    @Test func `nobody opens it before the release, and a stranger never`() async throws {
        let world = try await SelectionWorld.make { $0.isReleased = false }
        await #expect(throws: Rejection.conflict("pool.not_released")) { try await world.pool() }
        try await world.release()
        await #expect(throws: Rejection.notFound) {
            try await world.fetch(CandidacyPool(round: .id(world.round), organisation: .new()))
        }
        #expect(try await world.pool().total == 3)
    }

    @Test func `an employer whose demand was declined is not an employer of the round`() async throws {
        let world = try await SelectionWorld.make { $0.isReleased = false }
        let (demand, organisation) = (DemandID.new(), OrganisationID.new())
        try await world.perform(ApprovedNever(demand: demand, organisation: organisation, round: world.round))
        try await world.release()
        await #expect(throws: Rejection.notFound) {
            try await world.fetch(CandidacyPool(round: .id(world.round), organisation: organisation))
        }
    }

    @Test func `a page takes the same statements for one candidate as for fifty`() async throws {
        let counts = try await [1, 50].asyncMap { count in
            let world = try await SelectionWorld.make { plan in
                plan.applicants = (1...count).map { SelectionApplicant(number: $0) }
            }
            return try await world.statements(
                of: CandidacyPool(round: .id(world.round), organisation: world.employers[0]))
        }
        #expect(counts == [7, 7])
    }
}

/// A demand that the lead declined.
private struct ApprovedNever: Command {
    static let permission = Permission("test.declined")
    static let events: [any Event.Type] = []
    var scope: Scope { .consortium }
    let demand: DemandID
    let organisation: OrganisationID
    let round: RoundID

    func perform(in write: borrowing Write) throws -> Done {
        try write.execute(
            """
            insert into demand (id, round, organisation, title, field, competence, place, asked, positions, state,
                is_late, stated_at)
            values (\(demand), \(round), \(organisation), 't', 'f', 'c', 'p', 1, 1, 'declined', 0, 0)
            """)
        return Done()
    }
}

extension Sequence {
    fileprivate func asyncMap<Answer>(_ transform: (Element) async throws -> Answer) async rethrows -> [Answer] {
        var answers: [Answer] = []
        for element in self { answers.append(try await transform(element)) }
        return answers
    }
}
