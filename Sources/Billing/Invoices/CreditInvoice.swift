import KohortCore
import KohortStore

/// Credits an issued invoice, in whole or by the line, by a credit note that refers to it and has a number of its own
/// series (BB-2). Never more than is left of each line.
package struct CreditInvoice: Command {
    /// So much of one line, without tax.
    package struct Part: Hashable, Sendable, Codable {
        /// The line's position on the invoice.
        package let line: Int
        package let amount: Money

        package init(line: Int, amount: Money) { (self.line, self.amount) = (line, amount) }
    }

    package static let permission = Permission.issueInvoice
    package static let events: [any Event.Type] = [InvoiceCredited.self]
    package var scope: Scope { .consortium }
    package let id: InvoiceID
    package let invoice: InvoiceID
    /// Nil for all that is left.
    package let parts: [Part]?
    /// Whether the charges can be invoiced anew, as after a mistake; only when nothing is left.
    package let reopens: Bool

    package init(id: InvoiceID, invoice: InvoiceID, parts: [Part]? = nil, reopens: Bool = false) {
        (self.id, self.invoice, self.parts, self.reopens) = (id, invoice, parts, reopens)
    }

    package func perform(in write: borrowing Write) throws -> IssueInvoice.Number {
        let original = try write.find(InvoiceDocument.self, invoice)
        guard original.kind == .invoice else { throw Rejection.conflict("credit.of_credit") }
        let earlier = try InvoiceDocument.credits(of: invoice, in: write.read).map(\.content)
        let balance = InvoiceBalance(original.content, credits: earlier)
        let lines = try balance.credit(parts)
        let totals = try balance.totals(of: lines)
        if reopens, totals.net != balance.openNet { throw Rejection.conflict("credit.not_whole") }
        let document = try creditNote(of: original, lines, totals, in: write)
        let xml = try write.keep(document)
        if reopens {
            for charge in try Charge.all(on: invoice, in: write.read) { try write.update(charge.released()) }
        }
        try write.record(
            InvoiceCredited(
                creditNote: id, number: document.number, invoice: invoice, payer: original.payer, gross: totals.gross,
                sha256: xml.sha256, reopens: reopens))
        return IssueInvoice.Number(number: document.number)
    }

    /// To the same buyer, from the same seller, with the tax as it was then.
    private func creditNote(
        of original: InvoiceDocument, _ lines: [BilledLine], _ totals: Totals, in write: borrowing Write
    ) throws -> InvoiceDocument {
        let content = original.content
        guard let key = content.seller.organisationNumber else { throw StoreFault.unreadable("seller of \(invoice)") }
        let number = try write.allotNumber(in: .creditNote, of: key)
        let credit = DocumentContent(
            kind: .creditNote, number: number.text, issuedOn: content.seller.address.country.zone.date(at: write.now),
            dueOn: nil, seller: content.seller, payer: content.payer, period: content.period,
            original: .init(number: content.number, issuedOn: content.issuedOn), reference: nil, lines: lines,
            totals: totals)
        return InvoiceDocument(
            id: id, kind: .creditNote, seller: original.seller, allotted: number, payer: original.payer,
            cohort: original.cohort, original: original.id, content: credit, issuedAt: write.now)
    }
}
