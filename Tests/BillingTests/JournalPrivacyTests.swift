import Billing
import KohortCore
import KohortTesting
import Testing

struct BillingJournalPrivacyTests {
    @Test func `no name, address, reference or reason gets into the journal`() async throws {
        let world = try await BillingWorld.make()
        var (seller, payer) = (SellerForm.norwegian, PayerForm.norwegian)
        (seller.name, seller.reason) = ("kanari-selger", "kanari-grunn")
        (payer.name, payer.buyerReference, payer.email) = ("kanari-kunde", "kanari-ref", "kanari@fet.example")
        try await world.register(seller, payer)
        let charges = try await world.charge()
        try await world.perform(
            CommitFees(id: .new(), payer: world.fet, cohort: world.cohort, charges: charges, name: "kanari-person"))
        let draft = InvoiceID.new()
        try await world.perform(DraftInvoice(id: draft, payer: world.fet, cohort: world.cohort))
        try await world.perform(IssueInvoice(draft: draft))
        try await world.perform(MailInvoice(invoice: draft))
        try await world.perform(CreditInvoice(id: .new(), invoice: draft, reopens: true))
        let journal = try await world.fetch(WholeJournal())
        let xml = String(
            decoding: try await world.fetch(IssuedDocumentFile(invoice: draft)).xml.bytes, as: UTF8.self)
        #expect(xml.contains("kanari-kunde") && xml.contains("kanari-ref") && xml.contains("kanari-grunn"))
        #expect(journal.count == 10)
        #expect(journal.allSatisfy { !$0.payload.contains("kanari") })
    }
}
