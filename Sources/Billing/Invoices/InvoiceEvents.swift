import KohortCore

/// An invoice is being prepared; for the lead's eyes until it is issued.
package struct InvoiceDrafted: Event, Hashable {
    package static let name = "billing.invoice.drafted"
    package let invoice: InvoiceID
    package let payer: OrganisationID
    package let cohort: CohortID
    package let net: Money
    package var subject: Subject { Subject("invoice", invoice) }
    package var audience: Audience { .internal }
}

/// A draft was taken away.
package struct DraftDiscarded: Event, Hashable {
    package static let name = "billing.invoice.discarded"
    package let invoice: InvoiceID
    package let payer: OrganisationID
    package let cohort: CohortID
    package var subject: Subject { Subject("invoice", invoice) }
    package var audience: Audience { .internal }
}

/// An invoice was issued; it cannot be changed any more.
package struct InvoiceIssued: Event, Hashable {
    package static let name = "billing.invoice.issued"
    package let invoice: InvoiceID
    package let number: String
    package let payer: OrganisationID
    package let cohort: CohortID
    package let gross: Money
    package let dueOn: LocalDate
    /// Of the XML, in hexadecimal digits.
    package let sha256: String
    package var subject: Subject { Subject("invoice", invoice) }
    package var audience: Audience { .organisation(payer) }
}

/// An invoice was credited, in whole or in part.
package struct InvoiceCredited: Event, Hashable {
    package static let name = "billing.invoice.credited"
    package let creditNote: InvoiceID
    package let number: String
    package let invoice: InvoiceID
    package let payer: OrganisationID
    package let gross: Money
    package let sha256: String
    /// Whether its charges can be invoiced again.
    package let reopens: Bool
    package var subject: Subject { Subject("invoice", invoice) }
    package var audience: Audience { .organisation(payer) }
}

/// A document was put in the outbox with its XML.
package struct InvoiceMailed: Event, Hashable {
    package static let name = "billing.invoice.mailed"
    package let invoice: InvoiceID
    package let payer: OrganisationID
    package var subject: Subject { Subject("invoice", invoice) }
    package var audience: Audience { .organisation(payer) }
}
