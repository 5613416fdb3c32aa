import KohortCore
import KohortStore
import KohortTesting
import Testing

@testable import Billing

struct CreditInvoiceTests {
    private func credit(_ world: BillingWorld, _ invoice: InvoiceID, _ amounts: Money..., reopens: Bool = false)
        async throws -> InvoiceID
    {
        let id = InvoiceID.new()
        let parts = amounts.enumerated().map { CreditInvoice.Part(line: $0.offset + 1, amount: $0.element) }
        try await world.perform(
            CreditInvoice(id: id, invoice: invoice, parts: parts.isEmpty ? nil : parts, reopens: reopens))
        return id
    }

    @Test func `a credit note over the whole refers to its invoice and copies its lines`() async throws {
        let world = try await BillingWorld.make()
        try await world.register()
        let invoice = try await world.issued(2)
        var note = InvoiceID.new()
        let events = try await world.events { note = try await credit(world, invoice) }
        let (issued, credited) = (
            try await world.fetch(InvoiceDetail(invoice: invoice)), try await world.fetch(InvoiceDetail(invoice: note))
        )
        #expect(events == ["billing.invoice.credited"])
        #expect(credited.document.content.original == .init(number: "F1", issuedOn: .day("2027-03-01")))
        #expect(credited.document.content.lines == issued.document.content.lines)
        #expect(credited.document.original == invoice)
        #expect(issued.openGross == .nok(0))
        #expect(issued.credits.map(\.id) == [note])
    }

    @Test func `never more than is left of a line`() async throws {
        let world = try await BillingWorld.make()
        try await world.register()
        let invoice = try await world.issued()
        _ = try await credit(world, invoice, .nok(40_000))
        await #expect(throws: Rejection.invalid("parts", "credit.too_much", ["left": "29000.00 NOK"])) {
            _ = try await credit(world, invoice, .nok(29_000, 1))
        }
        _ = try await credit(world, invoice, .nok(29_000))
        await #expect(throws: Rejection.conflict("credit.nothing_left")) { _ = try await credit(world, invoice) }
        #expect(try await world.fetch(InvoiceDetail(invoice: invoice)).openGross == .nok(0))
    }

    @Test func `two credits at once are not both more than the invoice`() async throws {
        let world = try await BillingWorld.make()
        try await world.register()
        let invoice = try await world.issued()
        let notes = await withTaskGroup(of: InvoiceID?.self) { group in
            for _ in 0..<8 { group.addTask { try? await credit(world, invoice, .nok(20_000)) } }
            return await group.reduce(into: 0) { $0 += $1 == nil ? 0 : 1 }
        }
        #expect(notes == 3)
        #expect(try await world.fetch(InvoiceDetail(invoice: invoice)).openGross == .nok(9_000))
    }

    @Test func `what is not on the invoice, nothing, or a line twice is refused`() async throws {
        let world = try await BillingWorld.make()
        try await world.register()
        let invoice = try await world.issued()
        func refuse(_ code: String, _ parts: CreditInvoice.Part...) async {
            await #expect(throws: Rejection.invalid("parts", code)) {
                try await world.perform(CreditInvoice(id: .new(), invoice: invoice, parts: parts))
            }
        }
        await refuse("credit.no_line", .init(line: 2, amount: .nok(1)))
        await refuse("credit.amount", .init(line: 1, amount: .nok(0)))
        await refuse("credit.amount", .init(line: 1, amount: .nok(-1)))
        await refuse("credit.amount", .init(line: 1, amount: Money(minorUnits: 1, .sek)))
        await refuse("credit.line_twice", .init(line: 1, amount: .nok(1)), .init(line: 1, amount: .nok(1)))
        let note = try await credit(world, invoice, .nok(1))
        await #expect(throws: Rejection.conflict("credit.of_credit")) {
            try await world.perform(CreditInvoice(id: .new(), invoice: note))
        }
    }

    @Test func `parts of the tax sum to the tax, so that nothing is left in the end`() async throws {
        let world = try await BillingWorld.make(.sweden, fees: [.trainee(.sek, 9999)])
        try await world.register(.swedish, .swedish)
        let invoice = try await world.issued(3)
        for _ in 0..<3 { _ = try await credit(world, invoice, Money(minorUnits: 9999, .sek)) }
        let issued = try await world.fetch(InvoiceDetail(invoice: invoice))
        #expect(issued.credits.map(\.content.totals.vat.minorUnits) == [2499, 2500, 2500])
        #expect(issued.openGross.minorUnits == 0)
    }

    @Test func `after a mistake the charges can be invoiced anew, and only when all was credited`() async throws {
        let world = try await BillingWorld.make()
        try await world.register()
        let invoice = try await world.issued()
        await #expect(throws: Rejection.conflict("credit.not_whole")) {
            _ = try await credit(world, invoice, .nok(1), reopens: true)
        }
        _ = try await credit(world, invoice, reopens: true)
        try await world.perform(DraftInvoice(id: .new(), payer: world.fet, cohort: world.cohort))
        #expect(try await world.fetch(InvoiceList()).drafts.map(\.net) == [.nok(69_000)])
    }

    @Test func `a credit note keeps the tax and the parties of its invoice`() async throws {
        let world = try await BillingWorld.make()
        try await world.register()
        let invoice = try await world.issued()
        var seller = SellerForm.norwegian
        (seller.isVATRegistered, seller.treatment) = (true, "standard")
        try await world.register(seller)
        let note = try await world.fetch(InvoiceDetail(invoice: try await credit(world, invoice)))
        #expect(note.document.content.totals.vat == .nok(0))
        #expect(
            note.document.content.seller
                == (try await world.fetch(InvoiceDetail(invoice: invoice)).document.content.seller))
    }
}
