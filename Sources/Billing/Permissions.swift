import KohortCore

extension Permission {
    /// To charge what an enrolment costs, and to cancel it: what other modules' events lead to.
    package static let chargeFee = Permission("billing.charge.make")
    /// To give a charge other payers or another amount before anybody has committed to it: the lead's (BB-8, BB-9).
    package static let changeCharge = Permission("billing.charge.change")
    /// To see charges and commitments, of all payers or of one's own.
    package static let readCharges = Permission("billing.charge.read")
    /// To commit to charges on behalf of the payer (BB-10): the payer's own.
    package static let commitFees = Permission("billing.commitment.make")
    /// To say who sells and who pays: the lead's.
    package static let registerParty = Permission("billing.party.register")
    package static let readParties = Permission("billing.party.read")
    package static let draftInvoice = Permission("billing.invoice.draft")
    /// To issue invoices and credit notes, which cannot be taken back: the lead's.
    package static let issueInvoice = Permission("billing.invoice.issue")
    /// To see documents, of all payers or of one's own.
    package static let readInvoices = Permission("billing.invoice.read")
    /// To send an issued document by mail: the lead's.
    package static let mailInvoice = Permission("billing.invoice.mail")
    /// To write the mail that carries a document: the daemon's.
    package static let writeInvoiceMail = Permission("billing.invoice.write_mail")
}
