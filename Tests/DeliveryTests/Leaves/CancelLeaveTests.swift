import KohortCore
import KohortStore
import KohortTesting
import Testing

@testable import Delivery

@Suite struct CancelLeaveTests {
    private func leave(
        _ world: DeliveryWorld, of trainee: TraineeID, _ start: String, _ end: String, on day: String = "2011-09-15"
    ) async throws -> LeaveID {
        let id = LeaveID.new()
        try await world.perform(
            RecordLeave(
                id: id, trainee: trainee, startsOn: .day(start), endsBefore: .day(end), reason: .illness), on: day)
        return id
    }

    private func dates(_ world: DeliveryWorld, of trainee: TraineeID) async throws -> [Period] {
        try await world.placements(of: trainee).map(\.period) + world.trainees().map(\.period)
    }

    @Test func `a leave that is taken back moves all dates back, and once (BD-3)`() async throws {
        let world = try await DeliveryWorld.make()
        let trainee = try await world.planned(world.halves())
        let before = try await dates(world, of: trainee)
        let id = try await leave(world, of: trainee, "2012-01-01", "2012-02-01")
        #expect(try await dates(world, of: trainee) != before)
        let cancel = CancelLeave(trainee: trainee, leave: id)
        let events = try await world.events { try await world.perform(cancel) }
        #expect(
            events == ["delivery.leave.cancelled", "delivery.placement.moved", "delivery.placement.moved"])
        #expect(try await dates(world, of: trainee) == before)
        await #expect(throws: Rejection.notFound) { try await world.perform(cancel) }
        _ = try await leave(world, of: trainee, "2012-01-01", "2012-02-01")
    }

    @Test func `not once a placement that it moved has begun`() async throws {
        let world = try await DeliveryWorld.make()
        let trainee = try await world.planned(world.halves())
        let id = try await leave(world, of: trainee, "2012-01-01", "2012-02-01")
        let cancel = CancelLeave(trainee: trainee, leave: id)
        await #expect(throws: Rejection.conflict("leave.moved_begun")) {
            try await world.perform(cancel, on: "2012-07-02")
        }
        try await world.perform(cancel, on: "2012-07-01")
    }

    @Test func `not where the plan has been made for the longer time since`() async throws {
        let world = try await DeliveryWorld.make(.sample(periods: .homeAwayHome))
        let items = world.sixes()
        let trainee = try await world.planned(items)
        let first = try await leave(world, of: trainee, "2011-10-01", "2011-10-31")
        let second = try await leave(world, of: trainee, "2013-03-10", "2013-03-20")
        await #expect(throws: Rejection.conflict("leave.others_outside")) {
            try await world.perform(CancelLeave(trainee: trainee, leave: first))
        }
        try await world.perform(CancelLeave(trainee: trainee, leave: second))
        try await world.perform(CancelLeave(trainee: trainee, leave: first))
        #expect(try await dates(world, of: trainee).last == .cohort)
    }

    @Test func `not where moving back would break the plan as it is now`() async throws {
        let world = try await DeliveryWorld.make()
        let trainee = try await world.planned(world.halves())
        let id = try await leave(world, of: trainee, "2012-01-01", "2012-02-01", on: "2011-06-02")
        func plan(_ days: String...) async throws {
            let items = zip(days, days.dropFirst()).enumerated().map { index, part in
                PlacementItem.sample(index + 1, at: world.city, part.0, part.1)
            }
            try await world.perform(PlanPlacements(trainee: trainee, items: items), on: "2011-06-02")
        }
        let cancel = CancelLeave(trainee: trainee, leave: id)
        try await plan("2011-09-01", "2011-12-20", "2012-01-05", "2013-04-01")
        await #expect(throws: Rejection.conflict("leave.plan_changed")) {
            try await world.perform(cancel, on: "2011-06-02")
        }
        try await plan("2011-09-01", "2012-06-01", "2013-04-01")
        try await world.perform(cancel, on: "2011-06-02")
    }

    @Test func `nor is another trainee's leave found`() async throws {
        let world = try await DeliveryWorld.make()
        let (trainee, other) = (try await world.trainee(), try await world.trainee(of: world.city, "Ola Aas"))
        let id = try await leave(world, of: trainee, "2012-01-01", "2012-02-01")
        await #expect(throws: Rejection.notFound) {
            try await world.perform(CancelLeave(trainee: other, leave: id))
        }
        try await world.perform(CancelLeave(trainee: trainee, leave: id))
    }
}
