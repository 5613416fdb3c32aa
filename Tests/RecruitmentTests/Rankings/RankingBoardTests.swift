import KohortCore
import KohortTesting
import Testing

@testable import Recruitment

@Suite struct RankingBoardTests {
    @Test func `before anything is done the board is empty and open, with its places`() async throws {
        let world = try await SelectionWorld.make()
        let board = try await world.board()
        #expect(board.deadline == SelectionWorld.rankingDeadline)
        #expect(board.isOpen)
        #expect(board.changedAt == nil)
        #expect(board.entries == [])
        #expect(board.openOffers == [])
        #expect(board.next == nil)
        #expect(
            board.places == [RankingPlaces(demand: world.demands[0], title: "Place 0", positions: 2, free: 2)])
        #expect(try await !world.board(at: SelectionWorld.afterRanking).isOpen)
    }

    @Test func `each entry shows what became of it, and the next to ask is told`() async throws {
        let world = try await SelectionWorld.make { plan in
            plan.applicants = (1...5).map { SelectionApplicant(number: $0) }
        }
        try await world.perform(world.ranking(4, 3, 2, 1))
        try await world.perform(
            AssessCandidacy(
                candidacy: world.candidates[3], organisation: world.employers[0], verdict: .notQualified,
                reasons: [.other]))
        let offer = try await world.offer(to: 4)
        try await world.perform(AcceptOffer(offer: offer, candidacy: world.candidates[4]))
        let board = try await world.board()
        #expect(board.entries.map(\.number) == [5, 4, 3, 2])
        #expect(board.entries.map(\.state) == [.closed, .submitted, .submitted, .submitted])
        #expect(board.entries.map(\.verdict) == [nil, .notQualified, nil, nil])
        #expect(board.entries.map(\.offer) == [.accepted, nil, nil, nil])
        #expect(board.places.map(\.free) == [1])
        #expect(board.next?.candidacy == world.candidates[2])
    }

    @Test func `with no free place there is no next, and open offers are listed`() async throws {
        let world = try await SelectionWorld.make()
        try await world.perform(world.ranking(0, 1, 2))
        let offers = [try await world.offer(to: 0), try await world.offer(to: 1)]
        let board = try await world.board()
        #expect(Set(board.openOffers.map(\.id)) == Set(offers))
        #expect(board.next == nil)
    }

    @Test func `a withdrawn candidacy leaves the board`() async throws {
        let world = try await SelectionWorld.make()
        try await world.perform(world.ranking(0, 1))
        try await world.perform(WithdrawCandidacy(candidacy: world.candidates[0]))
        #expect(try await world.board().entries.map(\.position) == [2])
    }

    @Test func `an employer has its own board and no other`() async throws {
        let world = try await SelectionWorld.make()
        try await world.perform(world.ranking(0, 1))
        _ = try await world.offer(to: 0)
        let other = try await world.board(of: 1)
        #expect(other.entries == [])
        #expect(other.openOffers == [])
        await #expect(throws: Rejection.notFound) {
            try await world.fetch(RankingBoard(round: .id(world.round), organisation: .new()))
        }
    }
}
