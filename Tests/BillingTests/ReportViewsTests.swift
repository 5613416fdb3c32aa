import Billing
import KohortCore
import KohortStore
import KohortTesting
import Testing

struct BillingReportViewsTests {
    @Test func `charges, commitments and documents are published without a person's name`() async throws {
        let world = try await BillingWorld.make()
        try await world.register()
        let invoice = try await world.issued(2)
        try await world.perform(
            CreditInvoice(id: .new(), invoice: invoice, parts: [.init(line: 1, amount: .nok(1000))]))
        let rows = try await world.fetch(Published())
        #expect(rows == ["charge 13800000 invoiced", "commitment 13800000", "credit_note 100000", "invoice 13800000"])
    }
}

private struct Published: Query {
    static let permission = Permission("test.published")
    let scope = Scope.consortium

    func fetch(in read: borrowing Read) throws -> [String] {
        try read.all(
            """
            select 'charge ' || cast(sum(amount) as text) || ' ' || state from report_charge group by state
            union all select 'commitment ' || cast(amount as text) from report_commitment
            union all select kind || ' ' || cast(gross as text) from report_invoice order by 1
            """
        ) { try $0[0] }
    }
}
