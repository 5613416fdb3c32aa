import KohortCore
import KohortStore
import KohortTesting
import Testing

@testable import Delivery

@Suite struct ExtendTraineeTests {
    private func extending(
        _ trainee: TraineeID, _ placement: PlacementID? = nil, until day: String, reason: String = "Long illness"
    ) -> ExtendTrainee {
        ExtendTrainee(id: .new(), trainee: trainee, placement: placement, until: .day(day), reason: reason)
    }

    @Test func `a longer placement moves all after it and the programme's end (BD-3)`() async throws {
        let world = try await DeliveryWorld.make()
        let items = world.halves()
        let trainee = try await world.planned(items)
        let events = try await world.events {
            try await world.perform(extending(trainee, items[0].id, until: "2012-07-01"))
        }
        #expect(
            events == ["delivery.trainee.extended", "delivery.placement.moved", "delivery.placement.moved"])
        #expect(
            try await world.placements(of: trainee).map(\.period)
                == [.days("2011-09-01", "2012-07-01"), .days("2012-07-01", "2013-03-31")])
        #expect(try await world.trainees().map(\.period) == [.days("2011-09-01", "2013-03-31")])
    }

    @Test func `a longer programme takes the last placement with it, and no other`() async throws {
        let world = try await DeliveryWorld.make()
        let trainee = try await world.planned(world.halves())
        try await world.perform(extending(trainee, until: "2013-06-01"))
        #expect(
            try await world.placements(of: trainee).map(\.period)
                == [.days("2011-09-01", "2012-06-01"), .days("2012-06-01", "2013-06-01")])
        let unplanned = try await world.trainee(of: world.city, "Ola Aas")
        try await world.perform(extending(unplanned, until: "2013-06-01"))
        #expect(try await world.trainees().map(\.period.end) == [.day("2013-06-01"), .day("2013-06-01")])
    }

    @Test func `a plan still fits its lengths after an extension`() async throws {
        let world = try await DeliveryWorld.make(.sample(periods: .homeAwayHome))
        let items = world.sixes()
        let trainee = try await world.planned(items)
        func move(end: String) -> MovePlacement {
            MovePlacement(
                trainee: trainee, placement: items[0].id, host: world.city, startsOn: .day("2011-09-01"),
                endsBefore: .day(end))
        }
        let tooLong = Rejection.invalid("ends_before", "placement.length", ["from": "6", "to": "6"])
        await #expect(throws: tooLong) { try await world.perform(move(end: "2012-02-20")) }
        try await world.perform(extending(trainee, items[0].id, until: "2012-04-01"))
        try await world.perform(move(end: "2012-04-01"))
    }

    @Test func `neither backwards, nor by more than a year, nor without a reason, nor of what is over`() async throws {
        let world = try await DeliveryWorld.make()
        let items = world.halves()
        let trainee = try await world.planned(items)
        func faults(_ command: ExtendTrainee, on day: String = "2011-09-15") async throws -> [String] {
            try await world.faults { try await world.perform(command, on: day) }
        }
        #expect(try await faults(extending(trainee, until: "2013-03-01")) == ["until date.order"])
        #expect(try await faults(extending(trainee, until: "2014-03-02")) == ["until date.after"])
        #expect(try await faults(extending(trainee, until: "2013-03-02", reason: " ")) == ["reason text.required"])
        #expect(
            try await faults(extending(trainee, items[0].id, until: "2012-07-01"), on: "2012-06-01") == [
                "placement.over"
            ])
        await #expect(throws: Rejection.notFound) {
            try await world.perform(extending(trainee, .new(), until: "2013-03-02"))
        }
        #expect(try await faults(extending(trainee, items[0].id, until: "2012-07-01"), on: "2012-05-31") == [])
        #expect(try await faults(extending(trainee, until: "2014-03-31")) == [])
    }
}
