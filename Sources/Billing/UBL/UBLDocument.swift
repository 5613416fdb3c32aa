import KohortCore

/// A document as UBL 2.1 in the form of Peppol BIS Billing 3.0 (BB-4). The order of elements is the schema's.
enum UBLDocument {
    static func bytes(of content: DocumentContent) -> [UInt8] {
        let root = content.kind == .invoice ? "Invoice" : "CreditNote"
        let base = "urn:oasis:names:specification:ubl:schema:xsd:"
        var xml = XMLWriter()
        xml.element(
            root,
            [
                "xmlns": base + root + "-2", "xmlns:cac": base + "CommonAggregateComponents-2",
                "xmlns:cbc": base + "CommonBasicComponents-2",
            ]
        ) { xml in
            xml.head(content)
            xml.seller(content)
            xml.buyer(content)
            xml.payment(content)
            xml.totals(content)
            for (index, line) in content.lines.enumerated() { xml.line(line, number: index + 1, content) }
        }
        return xml.bytes
    }
}

extension XMLWriter {
    fileprivate mutating func head(_ content: DocumentContent) {
        let isInvoice = content.kind == .invoice
        element(
            "cbc:CustomizationID",
            "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0")
        element("cbc:ProfileID", "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0")
        element("cbc:ID", content.number)
        element("cbc:IssueDate", content.issuedOn.description)
        element("cbc:DueDate", optional: content.dueOn?.description)
        element(isInvoice ? "cbc:InvoiceTypeCode" : "cbc:CreditNoteTypeCode", isInvoice ? "380" : "381")
        element("cbc:DocumentCurrencyCode", content.currency.rawValue)
        element("cbc:BuyerReference", optional: content.payer.buyerReference)
        if let period = content.period {
            element("cac:InvoicePeriod") { xml in
                xml.element("cbc:StartDate", period.start.description)
                xml.element("cbc:EndDate", period.lastDay.description)
            }
        }
        if let original = content.original { billingReference(original) }
    }

    private mutating func billingReference(_ original: DocumentContent.Original) {
        element("cac:BillingReference") { xml in
            xml.element("cac:InvoiceDocumentReference") { xml in
                xml.element("cbc:ID", original.number)
                xml.element("cbc:IssueDate", original.issuedOn.description)
            }
        }
    }

    /// An invoice is paid by credit transfer (30) in both countries; a credit note is not paid.
    fileprivate mutating func payment(_ content: DocumentContent) {
        guard content.kind == .invoice, let account = content.seller.account else { return }
        element("cac:PaymentMeans") { xml in
            xml.element("cbc:PaymentMeansCode", "30")
            xml.element("cbc:PaymentID", content.reference ?? content.number)
            xml.element("cac:PayeeFinancialAccount") { xml in
                xml.element("cbc:ID", account.digits)
                guard let branch = account.branch else { return }
                xml.element("cac:FinancialInstitutionBranch") { $0.element("cbc:ID", branch) }
            }
        }
    }

    fileprivate mutating func totals(_ content: DocumentContent) {
        let totals = content.totals
        element("cac:TaxTotal") { xml in
            xml.amount("cbc:TaxAmount", totals.vat)
            xml.element("cac:TaxSubtotal") { xml in
                xml.amount("cbc:TaxableAmount", totals.net)
                xml.amount("cbc:TaxAmount", totals.vat)
                xml.taxCategory("cac:TaxCategory", content.seller.treatment, withReason: true)
            }
        }
        element("cac:LegalMonetaryTotal") { xml in
            xml.amount("cbc:LineExtensionAmount", totals.net)
            xml.amount("cbc:TaxExclusiveAmount", totals.net)
            xml.amount("cbc:TaxInclusiveAmount", totals.gross)
            xml.amount("cbc:PayableAmount", totals.gross)
        }
    }

    fileprivate mutating func line(_ line: BilledLine, number: Int, _ content: DocumentContent) {
        let isInvoice = content.kind == .invoice
        element(isInvoice ? "cac:InvoiceLine" : "cac:CreditNoteLine") { xml in
            xml.element("cbc:ID", String(number))
            xml.element(
                isInvoice ? "cbc:InvoicedQuantity" : "cbc:CreditedQuantity", ["unitCode": "C62"], String(line.quantity))
            xml.amount("cbc:LineExtensionAmount", line.amount)
            xml.element("cac:Item") { xml in
                xml.element("cbc:Name", line.text)
                xml.taxCategory("cac:ClassifiedTaxCategory", content.seller.treatment, withReason: false)
            }
            xml.element("cac:Price") { $0.amount("cbc:PriceAmount", line.price) }
        }
    }

    private mutating func taxCategory(_ name: String, _ treatment: VATTreatment?, withReason: Bool) {
        guard let treatment else { return }
        element(name) { xml in
            xml.element("cbc:ID", treatment.category)
            xml.element("cbc:Percent", optional: treatment.percent.map(String.init))
            if withReason {
                xml.element("cbc:TaxExemptionReasonCode", optional: treatment.reasonCode)
                xml.element("cbc:TaxExemptionReason", optional: treatment.reason)
            }
            xml.element("cac:TaxScheme") { $0.element("cbc:ID", "VAT") }
        }
    }

    /// `69000.00`
    private mutating func amount(_ name: String, _ money: Money) {
        element(name, ["currencyID": money.currency.rawValue], money.plain)
    }
}

extension Money {
    /// Without the currency: `69000.00`.
    package var plain: String { String(description.dropLast(4)) }
}

extension PaymentAccount {
    /// What a Swedish giro account is told by; a Norwegian account stands alone.
    fileprivate var branch: String? {
        switch kind {
        case .bban: nil
        case .bankgiro: "SE:BANKGIRO"
        case .plusgiro: "SE:PLUSGIRO"
        }
    }
}
