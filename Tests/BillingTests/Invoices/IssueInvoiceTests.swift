import KohortCore
import KohortStore
import KohortTesting
import Testing

@testable import Billing

struct IssueInvoiceTests {
    @Test func `n trainees are one line of n times 69,000`() async throws {
        let world = try await BillingWorld.make()
        try await world.register()
        let draft = try await world.draft(3)
        let events = try await world.events { try await world.perform(IssueInvoice(draft: draft)) }
        let issued = try await world.fetch(InvoiceDetail(invoice: draft))
        let content = issued.document.content
        #expect(events == ["billing.invoice.issued"])
        #expect(
            content.lines == [
                BilledLine(
                    position: 1, text: "Deltakelse, Kull 5", quantity: 3, price: .nok(69_000), amount: .nok(207_000))
            ])
        #expect(
            [content.totals.net, content.totals.vat, content.totals.gross] == [.nok(207_000), .nok(0), .nok(207_000)])
        #expect([content.issuedOn, content.dueOn] == [.day("2027-03-01"), .day("2027-03-31")])
        #expect(content.reference == "000010000016")
        #expect(issued.openGross == .nok(207_000))
        #expect(try await world.charges(.invoiced).count == 3)
        #expect(try await world.fetch(InvoiceList()).drafts == [])
    }

    @Test func `a draft lacks what is missing, is told whose, and takes no number`() async throws {
        let world = try await BillingWorld.make()
        let draft = try await world.draft()
        func gaps() async throws -> [String] {
            try await world.fetch(InvoiceList()).drafts[0].gaps.map { "\($0.field) \($0.values["whose"] ?? "")" }
        }
        #expect(try await gaps() == ["seller ", "payer Fet kommune"])
        try await world.register(
            SellerForm(name: "Programmet", address: .oslo), PayerForm(name: "Fet", address: .oslo))
        let missing = [
            "seller.organisation_number Programmet", "seller.account Programmet", "seller.treatment Programmet",
            "payer.organisation_number Fet kommune", "payer.endpoint Fet kommune", "payer.buyer_reference Fet kommune",
        ]
        #expect(try await gaps() == missing)
        let expected = missing.map { gap in
            let parts = gap.split(separator: " ", maxSplits: 1).map(String.init)
            return FieldProblem(parts[0], "invoice.missing", ["whose": parts[1]])
        }
        await #expect(throws: Rejection.invalid(expected)) { try await world.perform(IssueInvoice(draft: draft)) }
        #expect(try await world.fetch(InvoiceList()).drafts.map(\.draft.id) == [draft])
        try await world.register()
        #expect(try await world.perform(IssueInvoice(draft: draft)).number == "F1")
    }

    @Test func `a fee in another currency than the seller's stays a draft`() async throws {
        let world = try await BillingWorld.make(fees: [.trainee(.sek)])
        try await world.register()
        let draft = try await world.draft()
        let gap = FieldProblem("seller.currency", "invoice.other_currency", ["whose": "Traineeprogrammet Øst"])
        await #expect(throws: Rejection.invalid([gap])) { try await world.perform(IssueInvoice(draft: draft)) }
    }

    @Test func `an invoice is issued once, and a discarded draft never`() async throws {
        let world = try await BillingWorld.make()
        try await world.register()
        let issued = try await world.issued()
        await #expect(throws: Rejection.conflict("invoice.issued")) {
            try await world.perform(IssueInvoice(draft: issued))
        }
        await #expect(throws: Rejection.conflict("invoice.issued")) {
            try await world.perform(DiscardDraft(draft: issued))
        }
        let draft = try await world.draft()
        #expect(
            try await world.events { try await world.perform(DiscardDraft(draft: draft)) }
                == ["billing.invoice.discarded"])
        await #expect(throws: Rejection.notFound) { try await world.perform(IssueInvoice(draft: draft)) }
        #expect(try await world.charges(.committed).count == 1)
    }

    @Test func `a payer has one draft in a cohort`() async throws {
        let world = try await BillingWorld.make()
        _ = try await world.draft()
        try await world.charge()
        try await world.commit()
        await #expect(throws: Rejection.conflict("invoice.draft_exists")) {
            try await world.perform(DraftInvoice(id: .new(), payer: world.fet, cohort: world.cohort))
        }
    }

    @Test func `the date of issue is the seller's`() async throws {
        let world = try await BillingWorld.make()
        try await world.register()
        let draft = try await world.draft()
        try await world.perform(IssueInvoice(draft: draft), at: .at("2027-06-30T22:30:00Z"))
        let content = try await world.fetch(InvoiceDetail(invoice: draft)).document.content
        #expect(content.issuedOn == .day("2027-07-01"))
    }

    @Test func `25 per cent is reckoned once on the whole, half an øre away from zero`() async throws {
        let world = try await BillingWorld.make(.sweden, fees: [.trainee(.sek, 9999)])
        try await world.register(.swedish, .swedish)
        let issued = try await world.issued(3)
        let totals = try await world.fetch(InvoiceDetail(invoice: issued)).document.content.totals
        #expect([totals.net, totals.vat, totals.gross].map(\.minorUnits) == [29_997, 7499, 37_496])
    }
}
