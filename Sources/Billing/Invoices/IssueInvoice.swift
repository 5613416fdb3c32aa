import KohortCore
import KohortStore

/// Issues a draft: what is missing keeps it a draft and is said with whose it is; otherwise it gets the next number,
/// its bytes and their hash, all in one transaction (BB-2, BB-3, BB-4). There is no number to ask for.
package struct IssueInvoice: Command {
    package static let permission = Permission.issueInvoice
    package static let events: [any Event.Type] = [InvoiceIssued.self]
    package var scope: Scope { .consortium }
    package let draft: InvoiceID

    package init(draft: InvoiceID) { self.draft = draft }

    /// What the document is called from now on.
    package struct Number: Hashable, Sendable, Codable {
        package let number: String
    }

    package func perform(in write: borrowing Write) throws -> Number {
        let draft = try InvoiceDraft.find(draft, in: write.read)
        let preparation = try InvoicePreparation(draft, in: write.read)
        try preparation.gaps.throwIfAny()
        let document = try preparation.issued(in: write)
        let xml = try write.keep(document)
        for charge in preparation.charges { try write.update(charge.invoiced()) }
        try write.execute("delete from invoice_draft where id = \(draft.id)")
        try write.record(
            InvoiceIssued(
                invoice: document.id, number: document.number, payer: draft.payer, cohort: draft.cohort,
                gross: document.content.totals.gross, dueOn: document.content.dueOn ?? document.content.issuedOn,
                sha256: xml.sha256))
        return Number(number: document.number)
    }
}

/// A draft with all that its document will be made of.
struct InvoicePreparation {
    let draft: InvoiceDraft
    let charges: [Charge]
    let gaps: [FieldProblem]
    private let seller: SellerDetails?
    private let payer: PayerEntry?
    private let plan: FeePlan?

    init(_ draft: InvoiceDraft, in read: borrowing Read) throws {
        self.draft = draft
        charges = try Charge.all(on: draft.id, in: read)
        seller = try Seller.current(in: read)?.details
        payer = try PayerEntry.of(draft.payer, in: read)
        plan = try read.ask(FeePlans.self).of(draft.cohort, read)
        let name = try read.ask(PayerDirectory.self).names(read).name(of: draft.payer)
        gaps = InvoiceGaps.all(seller, payer?.details, of: name, charges)
    }

    /// In the seller's language, or in Norwegian while nobody sells.
    func lines() throws(Rejection) -> [BilledLine] {
        let language = seller?.address.country.language ?? .nb
        return try BilledLine.lines(of: charges, in: plan?.name.text(in: language) ?? "", language)
    }

    /// The document with the next number of its series.
    func issued(in write: borrowing Write) throws -> InvoiceDocument {
        guard let seller, let key = seller.organisationNumber, let treatment = seller.treatment, let payer else {
            throw StoreFault.statement("a draft with gaps was to be issued")
        }
        let number = try write.allotNumber(in: .invoice, of: key)
        let lines = try lines()
        let today = seller.address.country.zone.date(at: write.now)
        let content = DocumentContent(
            kind: .invoice, number: number.text, issuedOn: today, dueOn: today.adding(days: seller.paymentDays),
            seller: seller, payer: payer.details, period: plan?.period, original: nil,
            reference: try seller.reference.text(payer: payer.number, sequence: number.sequence), lines: lines,
            totals: try Totals(lines: lines, treatment: treatment))
        return InvoiceDocument(
            id: draft.id, kind: .invoice, seller: key.key, allotted: number, payer: draft.payer, cohort: draft.cohort,
            original: nil, content: content, issuedAt: write.now)
    }
}
