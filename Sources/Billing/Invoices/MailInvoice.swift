import KohortCore
import KohortStore

/// Sends an issued document to its payer's address by mail, with the XML attached. Transport to an access point is
/// another way, which comes later.
package struct MailInvoice: Command {
    package static let permission = Permission.mailInvoice
    package static let events: [any Event.Type] = [InvoiceMailed.self]
    package var scope: Scope { .consortium }
    package let invoice: InvoiceID

    package init(invoice: InvoiceID) { self.invoice = invoice }

    package func perform(in write: borrowing Write) throws -> Done {
        let document = try write.find(InvoiceDocument.self, invoice)
        guard try PayerEntry.of(document.payer, in: write.read)?.details.email != nil else {
            throw Rejection.conflict("payer.no_email")
        }
        try write.execute(
            "insert into document_mailing (document, mailed_at) values (\(invoice), \(write.now)) on conflict do nothing"
        )
        try write.enqueue(InvoiceLetter(invoice: invoice))
        try write.record(InvoiceMailed(invoice: invoice, payer: document.payer))
        return Done()
    }
}

/// A document on its way to its payer.
package struct InvoiceLetter: Letter, Hashable {
    package static let kind = "billing.invoice"
    package let invoice: InvoiceID
}

/// What the mail that carries a document says and holds. The address is the payer's of now.
package struct InvoiceInLetter: Query {
    package struct Answer: Hashable, Sendable {
        package let document: InvoiceDocument
        package let email: EmailAddress
        package let xml: IssuedXML
    }

    package static let permission = Permission.writeInvoiceMail
    package let scope = Scope.consortium
    package let invoice: InvoiceID

    package init(invoice: InvoiceID) { self.invoice = invoice }

    package func fetch(in read: borrowing Read) throws -> Answer {
        let document = try read.find(InvoiceDocument.self, invoice)
        guard let email = try PayerEntry.of(document.payer, in: read)?.details.email else { throw Rejection.notFound }
        return Answer(document: document, email: email, xml: try IssuedXML.of(invoice, in: read))
    }
}
