import KohortCore

/// The kinds of document.
package enum BillingDocumentKind: String, Hashable, Sendable, Codable, CaseIterable {
    case invoice
    case creditNote = "credit_note"
}

/// All that a document says, as it was when it was issued: the parties, the lines, the sums. The XML and the print view
/// are made of this and nothing else.
package struct DocumentContent: Hashable, Sendable, Codable {
    package let kind: BillingDocumentKind
    package let number: String
    package let issuedOn: LocalDate
    /// Of an invoice.
    package let dueOn: LocalDate?
    package let seller: SellerDetails
    package let payer: PayerDetails
    /// The cohort's, where it has one: when what is billed is delivered.
    package let period: Period?
    /// What a credit note credits.
    package let original: Original?
    /// KID or OCR of an invoice.
    package let reference: String?
    package let lines: [BilledLine]
    package let totals: Totals

    /// The document that a credit note refers to.
    package struct Original: Hashable, Sendable, Codable {
        package let number: String
        package let issuedOn: LocalDate
    }

    package var currency: Currency { totals.net.currency }
    package var language: Language { seller.address.country.language }
}

/// One line of a document: so many of one fee at one price.
package struct BilledLine: Hashable, Sendable, Codable {
    /// From 1; on a credit note the position of the line that it credits.
    package let position: Int
    package let text: String
    package let quantity: Int
    package let price: Money
    package let amount: Money
}

/// What a document comes to. Gross is net and tax, to the øre.
package struct Totals: Hashable, Sendable, Codable {
    package let net: Money
    package let vat: Money
    package let gross: Money

    init(net: Money, vat: Money) throws(Rejection) {
        guard let gross = net.adding(vat) else { throw .conflict("amount.incompatible") }
        (self.net, self.vat, self.gross) = (net, vat, gross)
    }

    /// Of an invoice: the tax once, on the whole.
    init(lines: [BilledLine], treatment: VATTreatment) throws(Rejection) {
        let net = try Money.sum(lines.map(\.amount))
        try self.init(net: net, vat: try treatment.tax(on: net))
    }
}
