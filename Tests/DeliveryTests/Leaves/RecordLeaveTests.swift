import KohortCore
import KohortStore
import KohortTesting
import Testing

@testable import Delivery

@Suite struct RecordLeaveTests {
    private func leave(_ trainee: TraineeID, _ start: String, _ end: String) -> RecordLeave {
        RecordLeave(
            id: .new(), trainee: trainee, startsOn: .day(start), endsBefore: .day(end), reason: .illness)
    }

    private func placement(_ start: String, _ end: String) -> Placement {
        Placement(
            id: .new(), trainee: .new(), part: .numbered(1), host: .new(), unit: nil, period: .days(start, end),
            paidBy: .employer)
    }

    @Test func `the placement that a leave begins in ends later, what comes after moves, what is over stays`() {
        let placements = [
            placement("2011-09-01", "2012-03-01"), placement("2012-03-01", "2012-09-01"),
            placement("2012-09-01", "2013-03-01"),
        ]
        func redated(_ start: String, _ end: String) -> [Period] {
            Leave.redated(placements, by: .days(start, end)).map(\.period)
        }
        let unmoved = Period.days("2011-09-01", "2012-03-01")
        let last = Period.days("2012-09-11", "2013-03-11")
        #expect(redated("2012-04-01", "2012-04-11") == [unmoved, .days("2012-03-01", "2012-09-11"), last])
        #expect(redated("2012-08-28", "2012-09-07") == [unmoved, .days("2012-03-01", "2012-09-11"), last])
        #expect(redated("2012-03-01", "2012-03-11") == [unmoved, .days("2012-03-01", "2012-09-11"), last])
    }

    @Test func `a leave between two placements moves the later one`() {
        let placements = [placement("2011-09-01", "2012-02-01"), placement("2012-03-01", "2012-09-01")]
        #expect(
            Leave.redated(placements, by: .days("2012-02-10", "2012-02-20")).map(\.period)
                == [.days("2011-09-01", "2012-02-01"), .days("2012-03-11", "2012-09-11")])
    }

    @Test func `a leave makes the programme longer by its days (BD-3)`() async throws {
        let world = try await DeliveryWorld.make()
        let trainee = try await world.planned(world.halves())
        let events = try await world.events { try await world.perform(leave(trainee, "2012-01-01", "2012-02-01")) }
        #expect(
            events == ["delivery.leave.recorded", "delivery.placement.moved", "delivery.placement.moved"])
        #expect(
            try await world.placements(of: trainee).map(\.period)
                == [.days("2011-09-01", "2012-07-02"), .days("2012-07-02", "2013-04-01")])
        #expect(try await world.trainees().map(\.period) == [.days("2011-09-01", "2013-04-01")])
    }

    @Test func `a plan still fits its lengths after a leave`() async throws {
        let world = try await DeliveryWorld.make(.sample(periods: .homeAwayHome))
        let items = world.sixes()
        let trainee = try await world.planned(items)
        try await world.perform(leave(trainee, "2011-10-01", "2011-10-31"))
        let second = try await world.placements(of: trainee)[1].period
        try await world.perform(
            MovePlacement(
                trainee: trainee, placement: items[1].id, host: world.middling, startsOn: second.start,
                endsBefore: second.end))
    }

    @Test func `leaves neither overlap nor leave the trainee's time nor run backwards`() async throws {
        let world = try await DeliveryWorld.make()
        let trainee = try await world.trainee()
        try await world.perform(leave(trainee, "2012-01-01", "2012-02-01"))
        let faults: [(String, String, [String])] = [
            ("2012-01-31", "2012-02-10", ["leave.overlaps"]),
            ("2012-02-01", "2012-02-10", []),
            ("2011-08-31", "2011-09-10", ["starts_on leave.outside"]),
            ("2011-09-01", "2011-09-10", []),
            ("2013-04-01", "2013-05-01", ["starts_on leave.outside"]),
            ("2012-05-01", "2012-05-01", ["ends_before date.order"]),
        ]
        for (start, end, expected) in faults {
            #expect(try await world.faults { try await world.perform(leave(trainee, start, end)) } == expected)
        }
    }

    @Test func `one who has ended takes no leave`() async throws {
        let world = try await DeliveryWorld.make()
        let trainee = try await world.trainee()
        try await world.perform(WithdrawTrainee(trainee: trainee, on: .day("2011-09-10"), reason: .studies))
        await #expect(throws: Rejection.conflict("trainee.ended")) {
            try await world.perform(leave(trainee, "2012-01-01", "2012-02-01"))
        }
        let other = try await world.trainee(of: world.city, "Ola Ås")
        try await world.perform(leave(other, "2012-01-01", "2012-02-01"))
    }
}
