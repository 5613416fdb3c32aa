import KohortCore
import Testing

@testable import Recruitment

struct WishesTests {
    private static let places = (0..<4).map { _ in DemandID.new() }

    private func problems(_ wishes: [DemandID]) -> [FieldProblem] {
        Wishes.problems(wishes, vacancies: Set(Self.places), largestCount: 3)
    }

    @Test func `as many different vacancies as the round allows are right, and none at all in a draft`() {
        #expect(problems(Array(Self.places.prefix(3))) == [])
        #expect(problems([]) == [])
    }

    @Test func `one too many is refused`() {
        #expect(problems(Self.places) == [FieldProblem("wishes", "wishes.too_many", ["limit": "3"])])
    }

    @Test func `the same place twice is refused`() {
        #expect(problems([Self.places[0], Self.places[0]]) == [FieldProblem("wishes", "wishes.duplicate")])
    }

    @Test func `a place that is no vacancy of the round is refused`() {
        #expect(problems([Self.places[0], .new()]) == [FieldProblem("wishes", "wishes.unknown")])
    }
}
