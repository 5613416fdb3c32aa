import KohortCore
import KohortStore
import KohortTesting
import Testing

@testable import Delivery

@Suite struct PlanGatheringTests {
    /// KS11-32: six gatherings of at most three days, the trip to Brussels among them.
    private static let ks = GatheringRules(
        count: Bounds(exactly: 6), longestDays: 3, courses: true,
        studyTrips: StudyTripRules(count: Bounds(exactly: 1), amongGatherings: true), employerSeminar: true,
        networkMeetings: true)

    @Test func `a cohort has six gatherings with Brussels among them, and a seventh is refused`() async throws {
        let world = try await DeliveryWorld.make(.sample(gatherings: Self.ks))
        _ = try await world.gathering(.studyTrip, "2012-05-07", "2012-05-09", title: "Brussels")
        for month in 2...6 { _ = try await world.gathering(.gathering, "2012-0\(month)-13", "2012-0\(month)-15") }
        await #expect(throws: Rejection.conflict("gathering.too_many")) {
            try await world.gathering(.gathering, "2012-10-01", "2012-10-02")
        }
        _ = try await world.gathering(.course, "2012-10-01", "2012-10-02")
        #expect(try await world.fetch(GatheringList(cohort: world.cohort.id)).count == 7)
    }

    @Test func `a trip beside the gatherings takes none of their places (ROM-12)`() async throws {
        let rules = GatheringRules(
            count: Bounds(exactly: 1), studyTrips: StudyTripRules(count: Bounds(exactly: 1), amongGatherings: false))
        let world = try await DeliveryWorld.make(.sample(gatherings: rules))
        _ = try await world.gathering(.studyTrip, "2012-05-07", "2012-05-12")
        _ = try await world.gathering()
        await #expect(throws: Rejection.conflict("gathering.too_many_trips")) {
            try await world.gathering(.studyTrip, "2012-06-07", "2012-06-08")
        }
    }

    @Test func `three days are the longest, and four are refused`() async throws {
        let world = try await DeliveryWorld.make(.sample(gatherings: Self.ks))
        await #expect(throws: Rejection.invalid("last_day", "gathering.too_long", ["limit": "3"])) {
            try await world.gathering(.gathering, "2011-11-07", "2011-11-10")
        }
        _ = try await world.gathering(.gathering, "2011-11-07", "2011-11-09")
    }

    @Test func `days in the wrong order and a missing title are said at once`() async throws {
        let world = try await DeliveryWorld.make(.sample(gatherings: Self.ks))
        let problems = [
            FieldProblem("title", "text.required"), FieldProblem("last_day", "date.order", ["after": "2011-11-09"]),
        ]
        await #expect(throws: Rejection.invalid(problems)) {
            try await world.gathering(.gathering, "2011-11-09", "2011-11-07", title: " ")
        }
    }

    @Test func `what the programme does not have is refused, and a seminar may come before the start`() async throws {
        let plain = try await DeliveryWorld.make(.sample(gatherings: GatheringRules(count: Bounds(exactly: 6))))
        for kind in [GatheringKind.employerSeminar, .networkMeeting, .studyTrip, .course] {
            await #expect(throws: Rejection.conflict("gathering.not_in_programme")) {
                try await plain.gathering(kind)
            }
        }
        let world = try await DeliveryWorld.make(.sample(gatherings: Self.ks))
        _ = try await world.gathering(.employerSeminar, "2011-04-15", "2011-04-15")
        let outside = Rejection.invalid("first_day", "date.outside", ["from": "2011-09-01", "to": "2013-02-28"])
        await #expect(throws: outside) { try await world.gathering(.gathering, "2011-08-30", "2011-08-31") }
    }

    @Test func `content is fixed before a gathering begins, and not after`() async throws {
        let world = try await DeliveryWorld.make(.sample(gatherings: Self.ks))
        let gathering = try await world.gathering()
        let content = FixContent(gathering: gathering, content: "Ethics and good governance")
        await #expect(throws: Rejection.conflict("gathering.begun")) {
            try await world.perform(content, on: "2011-11-07")
        }
        try await world.perform(content, on: "2011-11-06")
        let line = try #require(try await world.fetch(GatheringList(cohort: world.cohort.id)).first)
        #expect(line.gathering.content == "Ethics and good governance")
        #expect(line.gathering.contentFixedAt == .at("2011-11-06T10:00:00Z"))
    }

    @Test func `a gathering is moved and cancelled, and a cancelled one gives its place back`() async throws {
        let world = try await DeliveryWorld.make(.sample(gatherings: GatheringRules(count: Bounds(exactly: 1))))
        let first = try await world.gathering()
        let moved = GatheringTerms(
            title: "Autumn", place: "Hamar", firstDay: .day("2011-12-01"), lastDay: .day("2011-12-02"))
        let events = try await world.events {
            try await world.perform(MoveGathering(gathering: first, terms: moved))
            try await world.perform(CancelGathering(gathering: first))
        }
        #expect(events == ["delivery.gathering.moved", "delivery.gathering.cancelled"])
        await #expect(throws: Rejection.conflict("gathering.cancelled")) {
            try await world.perform(CancelGathering(gathering: first))
        }
        _ = try await world.gathering()
    }
}
