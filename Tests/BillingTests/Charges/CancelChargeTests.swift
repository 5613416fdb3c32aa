import Billing
import KohortCore
import KohortStore
import KohortTesting
import Testing

struct CancelChargeTests {
    @Test(arguments: [ChargeState.charged, .committed, .drafted])
    func `what is not invoiced is cancelled with its trainee`(state: ChargeState) async throws {
        let world = try await BillingWorld.make()
        try await world.charge()
        if state != .charged { try await world.commit() }
        if state == .drafted {
            try await world.perform(DraftInvoice(id: .new(), payer: world.fet, cohort: world.cohort))
        }
        let trainee = try #require(try await world.charges(state).first?.trainee)
        let events = try await world.events { try await world.perform(CancelCharge(trainee: trainee)) }
        #expect(events == ["billing.charge.cancelled"])
        #expect(try await world.charges(.cancelled).map(\.trainee) == [trainee])
        #expect(try await world.fetch(InvoiceList()).drafts == [])
    }

    @Test func `a draft keeps the charges of the others`() async throws {
        let world = try await BillingWorld.make()
        _ = try await world.draft(2)
        let trainee = try #require(try await world.charges(.drafted).first?.trainee)
        try await world.perform(CancelCharge(trainee: trainee))
        #expect(try await world.fetch(InvoiceList()).drafts.map(\.net) == [.nok(69_000)])
    }

    @Test func `what is invoiced stands until it is credited`() async throws {
        let world = try await BillingWorld.make()
        try await world.register()
        _ = try await world.issued()
        let trainee = try #require(try await world.charges(.invoiced).first?.trainee)
        #expect(try await world.events { try await world.perform(CancelCharge(trainee: trainee)) } == [])
        #expect(try await world.charges(.invoiced).count == 1)
    }
}
