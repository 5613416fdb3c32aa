import KohortCore
import KohortStore

/// An invoice or credit note that has been issued. The database refuses to change or remove it (BB-2).
package struct InvoiceDocument: Hashable, Sendable {
    package let id: InvoiceID
    package let kind: BillingDocumentKind
    /// The seller's country and organisation number, which its series are kept under.
    package let seller: String
    let allotted: AllottedNumber
    package let payer: OrganisationID
    package let cohort: CohortID
    /// Of a credit note: the invoice that it credits.
    package let original: InvoiceID?
    package let content: DocumentContent
    package let issuedAt: Instant

    package var number: String { content.number }
}

extension InvoiceDocument: Record {
    package static let table: StaticString = "issued_document"
    package static let columns: [StaticString] = [
        "id", "kind", "seller", "series", "sequence", "number", "payer", "cohort", "original", "issued_on", "due_on",
        "currency", "net", "vat", "gross", "content", "issued_at",
    ]

    package init(_ tuple: borrowing Tuple) throws {
        (id, kind, seller) = (try tuple[0], try tuple[1], try tuple[2])
        allotted = AllottedNumber(series: try tuple[3], sequence: try tuple[4])
        (payer, cohort, original) = (try tuple[6], try tuple[7], try tuple[8])
        content = (try tuple[15] as StoredJSON).value
        issuedAt = try tuple[16]
    }

    package var values: [SQLValue] {
        [
            id.sqlValue, kind.sqlValue, seller.sqlValue, allotted.series.sqlValue, allotted.sequence.sqlValue,
            number.sqlValue, payer.sqlValue, cohort.sqlValue, original.sqlValue, content.issuedOn.sqlValue,
            content.dueOn.sqlValue, content.currency.sqlValue, content.totals.net.minorUnits.sqlValue,
            content.totals.vat.minorUnits.sqlValue, content.totals.gross.minorUnits.sqlValue,
            StoredJSON(content).sqlValue, issuedAt.sqlValue,
        ]
    }

    /// The credit notes of an invoice, in the order in which they were issued.
    static func credits(of invoice: InvoiceID, in read: borrowing Read) throws -> [InvoiceDocument] {
        try read.all(InvoiceDocument.self, "where original = \(invoice) order by sequence")
    }
}

extension BillingDocumentKind: Storable {}

/// The bytes of a document as they were issued, and their hash.
package struct IssuedXML: Hashable, Sendable {
    package let bytes: [UInt8]
    /// 64 hexadecimal digits.
    package let sha256: String

    init(_ content: DocumentContent) {
        bytes = UBLDocument.bytes(of: content)
        var digest = FileDigest()
        digest.append(bytes)
        sha256 = digest.file.hash
    }

    private init(bytes: [UInt8], sha256: String) { (self.bytes, self.sha256) = (bytes, sha256) }

    static func of(_ document: InvoiceID, in read: borrowing Read) throws -> IssuedXML {
        let stored: IssuedXML? = try read.first(
            "select bytes, sha256 from issued_xml where document = \(document)"
        ) { IssuedXML(bytes: try $0[0], sha256: try $0[1]) }
        guard let stored else { throw StoreFault.unreadable("XML of \(document)") }
        return stored
    }
}

extension Write {
    /// Keeps a document and its bytes, in the transaction that allotted its number.
    func keep(_ document: InvoiceDocument) throws -> IssuedXML {
        let xml = IssuedXML(document.content)
        try insert(document)
        try execute(
            "insert into issued_xml (document, bytes, sha256) values (\(document.id), \(xml.bytes), \(xml.sha256))")
        return xml
    }
}
