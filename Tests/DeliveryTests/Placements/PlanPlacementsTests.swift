import KohortCore
import KohortStore
import KohortTesting
import Testing

@testable import Delivery

@Suite struct PlanPlacementsTests {
    @Test func `a plan is set at once, with who pays`() async throws {
        let world = try await DeliveryWorld.make(.sample(periods: .withOptional))
        let trainee = try await world.trainee()
        let items = [
            PlacementItem.sample(1, at: world.city, "2011-09-01", "2012-06-01", unit: world.unit(1, of: world.city)),
            .sample(0, at: world.partner, "2012-06-01", "2012-08-01", optional: "ks-period"),
            .sample(2, at: world.middling, "2012-08-01", "2013-03-01"),
        ]
        let events = try await world.events {
            try await world.perform(PlanPlacements(trainee: trainee, items: items), on: "2011-06-02")
        }
        #expect(events == Array(repeating: "delivery.placement.planned", count: 3))
        let expected = try zip(items, [Payer.employer, .consortium, .employer]).map { item, payer in
            Placement(
                id: item.id, trainee: trainee, part: item.part, host: item.host, unit: item.unit,
                period: try #require(item.period), paidBy: payer)
        }
        #expect(try await world.placements(of: trainee) == expected)
    }

    @Test func `a refused plan leaves the former as it was, and every fault is told`() async throws {
        let world = try await DeliveryWorld.make()
        let trainee = try await world.planned(world.halves())
        let before = try await world.placements(of: trainee)
        let faults = try await world.faults {
            try await world.perform(
                PlanPlacements(
                    trainee: trainee, items: [.sample(1, at: world.partner, "2011-08-01", "2012-06-01")]),
                on: "2011-06-03")
        }
        #expect(
            faults == [
                "placements placement.count", "placements[0].starts_on placement.outside",
                "placements[0].host placement.host.any_member",
            ])
        #expect(try await world.placements(of: trainee) == before)
    }

    @Test func `what is left out is cancelled, what moves keeps its id`() async throws {
        let world = try await DeliveryWorld.make()
        let items = world.halves()
        let trainee = try await world.planned(items)
        let moved = PlacementItem.sample(1, at: world.city, "2011-09-01", "2012-03-01", id: items[0].id)
        let new = PlacementItem.sample(2, at: world.town, "2012-03-01", "2013-03-01")
        let events = try await world.events {
            try await world.perform(PlanPlacements(trainee: trainee, items: [moved, new]), on: "2011-06-03")
        }
        #expect(
            events == [
                "delivery.placement.cancelled", "delivery.placement.moved", "delivery.placement.planned",
            ])
        #expect(try await world.placements(of: trainee).map(\.id) == [moved.id, new.id])
        #expect(
            try await world.events {
                try await world.perform(PlanPlacements(trainee: trainee, items: [moved, new]), on: "2011-06-03")
            } == [])
    }

    @Test func `a placement that has begun stays where and when it began; its end may move`() async throws {
        let world = try await DeliveryWorld.make()
        let items = world.halves()
        let trainee = try await world.planned(items)
        let second = PlacementItem.sample(2, at: world.middling, "2012-07-01", "2013-03-01", id: items[1].id)
        func plan(_ first: PlacementItem, on day: String) async throws -> [String] {
            try await world.faults {
                try await world.perform(PlanPlacements(trainee: trainee, items: [first, second]), on: day)
            }
        }
        let id = items[0].id
        let others: [PlacementItem] = [
            .sample(1, at: world.city, "2011-09-01", "2012-07-01"),
            .sample(1, at: world.town, "2011-09-01", "2012-07-01", id: id),
            .sample(1, at: world.city, "2011-10-01", "2012-07-01", id: id),
        ]
        for other in others { #expect(try await plan(other, on: "2011-09-01") == ["placement.begun"]) }
        #expect(try await plan(.sample(1, at: world.city, "2011-09-01", "2012-07-01", id: id), on: "2011-09-01") == [])
        #expect(
            try await world.placements(of: trainee).map(\.period.start) == [.day("2011-09-01"), .day("2012-07-01")])
        let planned = try await world.planned(items.map { $0.withNewID() }, "Ola Ås")
        let replan = PlanPlacements(trainee: planned, items: [others[2].withNewID(), second.withNewID()])
        #expect(try await world.faults { try await world.perform(replan, on: "2011-08-31") } == [])
    }

    @Test func `a blocked trainee is planned, one who has ended is not`() async throws {
        let world = try await DeliveryWorld.make(.sample(roles: RoleRules(beforeStart: [.aimsAnchored])))
        let trainee = try await world.planned(world.halves())
        #expect(try await world.placements(of: trainee).count == 2)
        try await world.perform(
            WithdrawTrainee(trainee: trainee, on: .day("2011-09-10"), reason: .moved), on: "2011-09-10")
        let faults = try await world.faults {
            try await world.perform(PlanPlacements(trainee: trainee, items: world.halves()))
        }
        #expect(faults == ["trainee.ended"])
    }

    @Test func `an id is used once and never another trainee's`() async throws {
        let world = try await DeliveryWorld.make()
        let items = world.halves()
        _ = try await world.planned(items)
        let other = try await world.trainee(of: world.city, "Ola Ås")
        await #expect(throws: Rejection.notFound) {
            try await world.perform(PlanPlacements(trainee: other, items: items), on: "2011-06-02")
        }
        let twice = world.halves().map {
            PlacementItem(
                id: items[0].id, part: $0.part, host: $0.host, startsOn: $0.startsOn, endsBefore: $0.endsBefore)
        }
        let faults = try await world.faults {
            try await world.perform(PlanPlacements(trainee: other, items: twice), on: "2011-06-02")
        }
        #expect(faults == ["placement.id_twice"])
        try await world.perform(PlanPlacements(trainee: other, items: world.halves()), on: "2011-06-02")
    }

    @Test func `a placement moves under the same rules, its faults under the form's own names`() async throws {
        let world = try await DeliveryWorld.make()
        let items = world.halves()
        let trainee = try await world.planned(items)
        func move(_ host: OrganisationID, _ start: String) -> MovePlacement {
            MovePlacement(
                trainee: trainee, placement: items[1].id, host: host, startsOn: .day(start),
                endsBefore: .day("2013-03-01"))
        }
        let faults = try await world.faults { try await world.perform(move(world.partner, "2012-05-01")) }
        #expect(faults == ["starts_on placement.overlaps", "host placement.host.any_member"])
        let events = try await world.events { try await world.perform(move(world.town, "2012-06-15")) }
        #expect(events == ["delivery.placement.moved"])
        let moved = try #require(try await world.placements(of: trainee).last)
        #expect(moved.host == world.town)
        #expect(moved.period == .days("2012-06-15", "2013-03-01"))
        let elsewhere = try await world.trainee(of: world.city, "Ola Ås")
        await #expect(throws: Rejection.notFound) {
            try await world.perform(
                MovePlacement(
                    trainee: elsewhere, placement: items[1].id, host: world.town, startsOn: .day("2012-06-15"),
                    endsBefore: .day("2013-03-01")))
        }
    }
}

extension PlacementItem {
    fileprivate func withNewID() -> PlacementItem {
        PlacementItem(id: .new(), part: part, host: host, unit: unit, startsOn: startsOn, endsBefore: endsBefore)
    }
}
