import KohortCore
import KohortWeb
import Testing

@testable import KohortSite

@Suite struct `A press on a button of the ranked list` {
    private let list = [CandidacyID.new(), .new(), .new()]

    @Test func `moves one candidate and nobody else`() {
        let (a, b, c) = (list[0], list[1], list[2])
        #expect(RankingStep(.up, b).applied(to: list) == [b, a, c])
        #expect(RankingStep(.down, b).applied(to: list) == [a, c, b])
        #expect(RankingStep(.top, c).applied(to: list) == [c, a, b])
        #expect(RankingStep(.off, b).applied(to: list) == [a, c])
    }

    @Test func `beyond an end changes nothing`() {
        #expect(RankingStep(.up, list[0]).applied(to: list) == list)
        #expect(RankingStep(.down, list[2]).applied(to: list) == list)
        #expect(RankingStep(.off, .new()).applied(to: list) == list)
    }

    @Test func `is the field of the button that was pressed`() {
        var form = Form()
        form.add("17", to: "seen")
        #expect(RankingStep(form) == nil)
        form.add(list[1].description, to: "down")
        #expect(RankingStep(form) == RankingStep(.down, list[1]))
    }
}
