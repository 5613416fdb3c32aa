import HTTPTypes
import KohortCore
import KohortTesting
import Recruitment
import Testing

@testable import KohortSite

@Suite struct `The dates of a round` {
    private static let path = "/staff/rounds/first-call/deadlines"

    @Test func `are moved`() async throws {
        let world = try await RoundSite()
        let fields = [
            ("demand_by", ""), ("apply_by", "2027-02-21"), ("rank_by", "2027-03-31"), ("hire_by", "2027-06-15"),
        ]
        #expect(try await world.send(.post, Self.path, as: .lead, fields).status == .seeOther)
        let deadlines = try await world.round().deadlines
        #expect(deadlines.demandBy == nil && deadlines.applyBy == LocalDate("2027-02-21"))
        #expect(try await world.send(.get, Self.path, as: .lead).text.contains("value=\"2027-02-21\""))
    }

    @Test func `out of order or not in the calendar are refused, and stay as they were typed`() async throws {
        let world = try await RoundSite()
        let before = try await world.round().deadlines
        let order = [("apply_by", "2027-02-21"), ("rank_by", "2027-01-31")]
        let disordered = try await world.send(.post, Self.path, as: .lead, order)
        #expect(disordered.status == .unprocessableContent)
        #expect(disordered.text.contains("href=\"#field-rank_by\"") && disordered.text.contains("value=\"2027-01-31\""))
        let none = try await world.send(.post, Self.path, as: .lead, [("apply_by", "2027-02-30"), ("hire_by", "soon")])
        #expect(none.status == .unprocessableContent)
        #expect(none.text.contains("href=\"#field-apply_by\"") && none.text.contains("href=\"#field-hire_by\""))
        #expect(try await world.round().deadlines == before)
    }

    @Test func `that of applications is fixed once the pool is released`() async throws {
        let story = try await RoundStory.released()
        let fields = [("apply_by", "2027-02-28"), ("rank_by", "2027-03-31")]
        let answer = try await story.world.send(.post, Self.path, as: .lead, fields)
        #expect(answer.status == .conflict && answer.text.contains("value=\"2027-02-28\""))
    }
}
