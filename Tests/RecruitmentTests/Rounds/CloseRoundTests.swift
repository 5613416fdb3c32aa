import KohortCore
import KohortStore
import KohortTesting
import Recruitment
import Testing

struct CloseRoundTests {
    @Test func `closing ends drafts and candidacies, and leaves the withdrawn as they are`() async throws {
        let (world, places) = try await RecruitmentWorld.open()
        let submitted = try await world.apply(.complete(places)).candidacy
        let draft = try await world.apply(.complete(places, email: "b@example.org"), submits: false).candidacy
        let withdrawn = try await world.apply(.complete(places, email: "c@example.org")).candidacy
        try await world.perform(WithdrawCandidacy(candidacy: withdrawn))
        let events = try await world.events { try await world.perform(CloseRound(round: world.round), at: .afterwards) }
        #expect(events == ["recruitment.round.closed"])
        let ends = try await [submitted, draft, withdrawn].asyncMap { try await world.own($0).candidacy }
        #expect(ends.map(\.state) == [.closed, .closed, .withdrawn])
        #expect(ends.map(\.endedAt) == [.afterwards, .afterwards, .applying])
        #expect(try await world.fetch(RoundDetail(round: .id(world.round))).round.stage == .closed)
    }

    @Test func `it is refused while applications are taken`() async throws {
        let (world, _) = try await RecruitmentWorld.open()
        await #expect(throws: Rejection.conflict("round.still_open")) {
            try await world.perform(CloseRound(round: world.round))
        }
        try await world.perform(CloseRound(round: world.round), at: .afterwards)
        await #expect(throws: Rejection.conflict("round.closed")) {
            try await world.perform(CloseRound(round: world.round), at: .afterwards)
        }
    }

    @Test func `it is refused while an offer waits for its answer`() async throws {
        let (world, places) = try await RecruitmentWorld.open()
        let candidacy = try await world.apply(.complete(places)).candidacy
        func offer(isOpen: Bool) -> PlaceOffer {
            PlaceOffer(
                demand: places[0], organisation: world.umeå, candidacy: candidacy, round: world.round, isOpen: isOpen)
        }
        try await world.perform(offer(isOpen: true))
        await #expect(throws: Rejection.conflict("round.offers_open")) {
            try await world.perform(CloseRound(round: world.round), at: .afterwards)
        }
        try await world.perform(offer(isOpen: false))
        try await world.perform(CloseRound(round: world.round), at: .afterwards)
    }
}

extension Sequence where Element: Sendable {
    func asyncMap<Answer>(_ body: (Element) async throws -> Answer) async rethrows -> [Answer] {
        var answers: [Answer] = []
        for element in self { answers.append(try await body(element)) }
        return answers
    }
}
