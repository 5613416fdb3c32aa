import KohortCore
import KohortStore

/// Gathers what a payer has committed to in a cohort on one draft (BB-1: nothing else gets there).
package struct DraftInvoice: Command {
    package static let permission = Permission.draftInvoice
    package static let events: [any Event.Type] = [InvoiceDrafted.self]
    package var scope: Scope { .consortium }
    package let id: InvoiceID
    package let payer: OrganisationID
    package let cohort: CohortID

    package init(id: InvoiceID, payer: OrganisationID, cohort: CohortID) {
        (self.id, self.payer, self.cohort) = (id, payer, cohort)
    }

    package func perform(in write: borrowing Write) throws -> Done {
        let drafts = try write.count(
            "select count(*) from invoice_draft where payer = \(payer) and cohort = \(cohort)")
        if drafts > 0 { throw Rejection.conflict("invoice.draft_exists") }
        let charges = try Charge.committed(by: payer, in: cohort, write.read)
        let net = try Money.sum(charges.map(\.amount))
        try write.insert(InvoiceDraft(id, of: payer, in: cohort, at: write.now))
        for charge in charges { try write.update(charge.drafted(on: id)) }
        try write.record(InvoiceDrafted(invoice: id, payer: payer, cohort: cohort, net: net))
        return Done()
    }
}

/// Takes a draft away; its charges stay committed and can be drafted again.
package struct DiscardDraft: Command {
    package static let permission = Permission.draftInvoice
    package static let events: [any Event.Type] = [DraftDiscarded.self]
    package var scope: Scope { .consortium }
    package let draft: InvoiceID

    package init(draft: InvoiceID) { self.draft = draft }

    package func perform(in write: borrowing Write) throws -> Done {
        let found = try InvoiceDraft.find(draft, in: write.read)
        for charge in try Charge.all(on: draft, in: write.read) { try write.update(charge.released()) }
        try InvoiceDraft.removeIfEmpty(draft, in: write)
        try write.record(DraftDiscarded(invoice: draft, payer: found.payer, cohort: found.cohort))
        return Done()
    }
}
