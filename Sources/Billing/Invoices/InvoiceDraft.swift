import KohortCore
import KohortStore

/// An invoice that is being prepared: the committed charges of one payer in one cohort. It has no number and no text of
/// its own; both come when it is issued.
package struct InvoiceDraft: Record, Hashable {
    package static let table: StaticString = "invoice_draft"
    package static let columns: [StaticString] = ["id", "payer", "cohort", "drafted_at"]

    package let id: InvoiceID
    package let payer: OrganisationID
    package let cohort: CohortID
    package let draftedAt: Instant

    package init(_ tuple: borrowing Tuple) throws {
        (id, payer, cohort, draftedAt) = (try tuple[0], try tuple[1], try tuple[2], try tuple[3])
    }

    init(_ id: InvoiceID, of payer: OrganisationID, in cohort: CohortID, at now: Instant) {
        (self.id, self.payer, self.cohort, draftedAt) = (id, payer, cohort, now)
    }

    package var values: [SQLValue] { [id.sqlValue, payer.sqlValue, cohort.sqlValue, draftedAt.sqlValue] }

    /// A draft; one that has been issued is refused as such.
    static func find(_ id: InvoiceID, in read: borrowing Read) throws -> InvoiceDraft {
        if let draft = try read.first(InvoiceDraft.self, "where id = \(id)") { return draft }
        _ = try read.find(InvoiceDocument.self, id)
        throw Rejection.conflict("invoice.issued")
    }

    static func removeIfEmpty(_ id: InvoiceID, in write: borrowing Write) throws {
        try write.execute(
            """
            delete from invoice_draft where id = \(id)
                and not exists (select 1 from charge where invoice = \(id))
            """)
    }
}
