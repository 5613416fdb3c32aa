import Billing
import KohortCore
import KohortStore
import KohortTesting
import Testing

struct BillingPartiesTests {
    @Test func `a payer keeps its number when it is registered anew`() async throws {
        let world = try await BillingWorld.make()
        for organisation in [world.lørenskog, world.fet, world.lørenskog] {
            try await world.perform(RegisterPayer(organisation: organisation, .norwegian))
        }
        let payers = try await world.fetch(BillingParties()).payers
        #expect(payers.map(\.name.name) == ["Fet kommune", "Lørenskog", "Sponsor"])
        #expect(payers.map { $0.entry?.number } == [2, 1, nil])
    }

    @Test func `an organisation that the tenant does not know is no payer`() async throws {
        let world = try await BillingWorld.make()
        await #expect(throws: Rejection.notFound) {
            try await world.perform(RegisterPayer(organisation: .new(), .norwegian))
        }
    }

    @Test func `the seller registered last counts`() async throws {
        let world = try await BillingWorld.make()
        #expect(try await world.fetch(BillingParties()).seller == nil)
        try await world.perform(RegisterSeller(.norwegian))
        var moved = SellerForm.norwegian
        moved.paymentDays = 14
        let events = try await world.events { try await world.perform(RegisterSeller(moved)) }
        #expect(events == ["billing.seller.registered"])
        #expect(try await world.fetch(BillingParties()).seller?.paymentDays == 14)
    }
}
