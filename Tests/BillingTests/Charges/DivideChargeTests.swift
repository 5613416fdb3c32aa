import Billing
import KohortCore
import KohortStore
import KohortTesting
import Testing

struct DivideChargeTests {
    @Test func `a payer other than the member takes the whole charge`() async throws {
        let world = try await BillingWorld.make()
        let charge = try #require(try await world.charge().first)
        let events = try await world.events {
            try await world.perform(DivideCharge(charge: charge, shares: [.init(payer: world.sponsor)]))
        }
        let moved = try #require(try await world.charges(.charged).first)
        #expect(events == ["billing.charge.divided"])
        #expect(moved.id == charge)
        #expect([moved.payer, moved.organisation] == [world.sponsor, world.fet])
        #expect(moved.amount == .nok(69_000))
    }

    @Test func `a charge is divided among payers, and the parts sum to the øre`() async throws {
        let world = try await BillingWorld.make(fees: [.trainee(.nok, 10_000)])
        let charge = try #require(try await world.charge().first)
        let shares = [world.fet, world.lørenskog, world.sponsor].map { DivideCharge.Share(payer: $0) }
        try await world.perform(DivideCharge(charge: charge, shares: shares))
        let parts = try await world.charges(.charged)
        let byPayer = Dictionary(uniqueKeysWithValues: parts.map { ($0.payer, $0.amount) })
        #expect(byPayer == [world.fet: .nok(33, 34), world.lørenskog: .nok(33, 33), world.sponsor: .nok(33, 33)])
        #expect(parts.map(\.part).sorted() == [1, 2, 3])
    }

    @Test func `a divided charge is not divided again`() async throws {
        let world = try await BillingWorld.make()
        let charge = try #require(try await world.charge().first)
        let halves = [world.fet, world.sponsor].map { DivideCharge.Share(payer: $0) }
        try await world.perform(DivideCharge(charge: charge, shares: halves))
        await #expect(throws: Rejection.conflict("charge.divided")) {
            try await world.perform(DivideCharge(charge: charge, shares: halves))
        }
    }

    @Test func `what was committed to is neither divided nor prorated`() async throws {
        let world = try await BillingWorld.make()
        let charge = try #require(try await world.charge().first)
        try await world.commit()
        await #expect(throws: Rejection.conflict("charge.committed")) {
            try await world.perform(DivideCharge(charge: charge, shares: [.init(payer: world.sponsor)]))
        }
        await #expect(throws: Rejection.conflict("charge.committed")) {
            try await world.perform(ProrateCharge(charge: charge, part: .programme))
        }
    }

    @Test func `shares that are unknown, twice or without weight are refused`() async throws {
        let world = try await BillingWorld.make()
        let charge = try #require(try await world.charge().first)
        await #expect(throws: Rejection.notFound) {
            try await world.perform(DivideCharge(charge: charge, shares: [.init(payer: .new())]))
        }
        await #expect(throws: Rejection.invalid("shares", "shares.duplicate")) {
            try await world.perform(
                DivideCharge(charge: charge, shares: [.init(payer: world.fet), .init(payer: world.fet)]))
        }
        await #expect(throws: Rejection.invalid("shares", "shares.weights")) {
            try await world.perform(DivideCharge(charge: charge, shares: [.init(payer: world.fet, weight: 0)]))
        }
    }

    @Test func `a charge is prorated by days and says so`() async throws {
        let world = try await BillingWorld.make()
        let charge = try #require(try await world.charge().first)
        let events = try await world.events {
            try await world.perform(
                ProrateCharge(charge: charge, part: .from("2026-09-01", to: "2027-04-01")))
        }
        #expect(events == ["billing.charge.prorated"])
        #expect(try await world.charges(.charged).map(\.amount) == [.nok(26_742, 23)])
    }

    @Test func `a charge that is prorated anew is so from the whole fee, in each of its parts too`() async throws {
        let world = try await BillingWorld.make()
        let charge = try #require(try await world.charge().first)
        func prorate(_ id: ChargeID, _ part: Period) async throws -> [Money] {
            try await world.perform(ProrateCharge(charge: id, part: part))
            return try await world.charges(.charged).map(\.amount)
        }
        let months = Period.from("2026-09-01", to: "2027-04-01")
        #expect(try await prorate(charge, months) == [.nok(26_742, 23)])
        #expect(try await prorate(charge, months) == [.nok(26_742, 23)])
        let halves = [world.fet, world.sponsor].map { DivideCharge.Share(payer: $0) }
        try await world.perform(DivideCharge(charge: charge, shares: halves))
        for part in try await world.charges(.charged) { _ = try await prorate(part.id, .programme) }
        #expect(try await world.charges(.charged).map(\.amount) == [.nok(34_500), .nok(34_500)])
    }
}
