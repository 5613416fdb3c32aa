import KohortCore
import KohortStore

/// One issued document, what has been credited of it, and when it was mailed. Another payer's is `notFound`.
package struct InvoiceDetail: Query {
    package struct Answer: Hashable, Sendable {
        package let document: InvoiceDocument
        package let payer: PayerName
        /// Of the XML, in hexadecimal digits.
        package let sha256: String
        /// What is left of each line of an invoice, by position.
        package let open: [Int: Money]
        /// What is left of the whole, with tax.
        package let openGross: Money
        package let credits: [InvoiceDocument]
        package let mailedAt: [Instant]
    }

    package static let permission = Permission.readInvoices
    package let scope = Scope.anywhere
    package let invoice: InvoiceID

    package init(invoice: InvoiceID) { self.invoice = invoice }

    package func fetch(in read: borrowing Read) throws -> Answer {
        let document = try read.findReadable(invoice, by: Self.permission)
        let credits = try InvoiceDocument.credits(of: invoice, in: read)
        let balance = InvoiceBalance(document.content, credits: credits.map(\.content))
        let lines = document.kind == .invoice ? document.content.lines : []
        let mailedAt: [Instant] = try read.all(
            "select mailed_at from document_mailing where document = \(invoice) order by mailed_at"
        ) { try $0[0] }
        return Answer(
            document: document, payer: try read.ask(PayerDirectory.self).names(read).name(of: document.payer),
            sha256: try IssuedXML.of(invoice, in: read).sha256,
            open: Dictionary(uniqueKeysWithValues: lines.map { ($0.position, balance.open($0)) }),
            openGross: balance.openGross, credits: credits, mailedAt: mailedAt)
    }
}

/// The bytes of an issued document, for download.
package struct IssuedDocumentFile: Query {
    package struct Answer: Hashable, Sendable {
        /// `F17.xml`
        package let name: String
        package let xml: IssuedXML
    }

    package static let permission = Permission.readInvoices
    package let scope = Scope.anywhere
    package let invoice: InvoiceID

    package init(invoice: InvoiceID) { self.invoice = invoice }

    package func fetch(in read: borrowing Read) throws -> Answer {
        let document = try read.findReadable(invoice, by: Self.permission)
        return Answer(name: document.number + ".xml", xml: try IssuedXML.of(invoice, in: read))
    }
}

extension Read {
    /// An issued document within the reader's reach; any other is `notFound`.
    func findReadable(_ invoice: InvoiceID, by permission: Permission) throws -> InvoiceDocument {
        let document = try find(InvoiceDocument.self, invoice)
        try checkReach(to: document.payer, by: permission)
        return document
    }
}
