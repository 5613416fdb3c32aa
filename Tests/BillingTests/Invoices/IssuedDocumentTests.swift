import Billing
import KohortCore
import KohortStore
import KohortTesting
import Testing

struct IssuedDocumentTests {
    @Test func `the bytes are kept as issued, with their hash`() async throws {
        let world = try await BillingWorld.make()
        try await world.register()
        let issued = try await world.issued()
        let file = try await world.fetch(IssuedDocumentFile(invoice: issued))
        var digest = FileDigest()
        digest.append(file.xml.bytes)
        #expect(file.name == "F1.xml")
        #expect(file.xml.sha256 == digest.file.hash)
        #expect(try await world.fetch(InvoiceDetail(invoice: issued)).sha256 == digest.file.hash)
    }

    @Test func `a seller and a payer that change later leave an issued document as it was`() async throws {
        let world = try await BillingWorld.make()
        try await world.register()
        let issued = try await world.issued()
        let before = try await world.fetch(IssuedDocumentFile(invoice: issued))
        var (seller, payer) = (SellerForm.norwegian, PayerForm.norwegian)
        (seller.name, payer.name) = ("Another name", "Another payer")
        try await world.register(seller, payer)
        #expect(try await world.fetch(IssuedDocumentFile(invoice: issued)) == before)
        #expect(
            try await world.fetch(InvoiceDetail(invoice: issued)).document.content.seller.name
                == "Traineeprogrammet Øst")
    }

    @Test(arguments: [
        "update issued_document set gross = gross + 1, net = net + 1", "delete from issued_document",
        "update issued_xml set sha256 = ''", "delete from issued_xml", "update document_mailing set mailed_at = 0",
    ])
    func `an issued document cannot be changed or removed, not even in the database`(statement: String) async throws {
        let world = try await BillingWorld.make()
        try await world.register()
        let issued = try await world.issued()
        try await world.perform(MailInvoice(invoice: issued))
        let before = try await world.fetch(InvoiceDetail(invoice: issued))
        await #expect(throws: StoreFault.self) { try await world.perform(Tampering(statement)) }
        #expect(try await world.fetch(InvoiceDetail(invoice: issued)) == before)
    }

    @Test func `a document without its tax in the sum is refused by the database`() async throws {
        let world = try await BillingWorld.make()
        try await world.register()
        _ = try await world.issued()
        let copy = """
            insert into issued_document select 'x', kind, seller, series, 2, 'F2', payer, cohort, original, issued_on,
                due_on, currency, net, vat, gross
            """
        await #expect(throws: StoreFault.self) {
            try await world.perform(Tampering(copy + " + 1, content, issued_at from issued_document"))
        }
        try await world.perform(Tampering(copy + ", content, issued_at from issued_document"))
    }

    @Test func `mail takes the document to the payer's address, and none without one`() async throws {
        let world = try await BillingWorld.make()
        try await world.register()
        let issued = try await world.issued()
        let events = try await world.events { try await world.perform(MailInvoice(invoice: issued)) }
        let letter = try await world.fetch(InvoiceInLetter(invoice: issued))
        #expect(events == ["billing.invoice.mailed"])
        #expect(letter.email.text == "faktura@fet.example")
        #expect(letter.xml == (try await world.fetch(IssuedDocumentFile(invoice: issued)).xml))
        #expect(try await world.fetch(InvoiceDetail(invoice: issued)).mailedAt == [.billing])
        var payer = PayerForm.norwegian
        payer.email = ""
        try await world.register(.norwegian, payer)
        await #expect(throws: Rejection.conflict("payer.no_email")) {
            try await world.perform(MailInvoice(invoice: issued))
        }
    }
}
