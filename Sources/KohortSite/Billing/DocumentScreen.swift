import Billing
import KohortCore
import KohortWeb

/// A document as it is read and printed: made of what was issued, never of what the registers say now. It is in the
/// reader's language; the XML is what counts.
struct DocumentScreen: Page {
    static let template = "billing/document"
    let chrome: Chrome
    let title: String
    let facts: [Fact]
    let seller: [String]
    let payer: [String]
    let lines: [DocumentRow]
    let sums: [Fact]
    let download: String

    init(_ detail: InvoiceDetail.Answer, _ visit: Visit, download: String) {
        let (content, format) = (detail.document.content, visit.format)
        title = visit.text("billing.kind.\(content.kind.rawValue)") + " " + content.number
        chrome = visit.chrome(title)
        facts = Self.facts(of: content, visit)
        seller = Self.words(of: content.seller, visit)
        payer = Self.party(content.payer.name, content.payer.address, content.payer.organisationNumber)
        lines = content.lines.map { DocumentRow($0, format) }
        sums = [
            Fact(visit.text("billing.net"), format.money(content.totals.net)),
            Fact(Self.tax(content, visit), format.money(content.totals.vat)),
            Fact(visit.text("billing.gross"), format.money(content.totals.gross)),
        ]
        self.download = download
    }

    private static func facts(of content: DocumentContent, _ visit: Visit) -> [Fact] {
        let format = visit.format
        let facts: [(String, String?)] = [
            ("billing.number", content.number), ("billing.issued_on", format.date(content.issuedOn)),
            ("billing.due_on", content.dueOn.map { format.date($0) }), ("billing.reference", content.reference),
            ("billing.account", content.kind == .invoice ? content.seller.account?.digits : nil),
            ("billing.original", content.original?.number), ("billing.buyer_reference", content.payer.buyerReference),
            ("billing.period", content.period.map { format.days($0.start, $0.lastDay) }),
        ]
        return facts.compactMap { key, value in value.map { Fact(visit.text(key), $0) } }
    }

    private static func party(_ name: String, _ address: PostalAddress, _ number: OrganisationNumber?) -> [String] {
        [name, address.street, "\(address.postcode) \(address.city)", number?.digits].compactMap(\.self)
    }

    /// With the words that the law wants of a registered seller.
    private static func words(of seller: SellerDetails, _ visit: Visit) -> [String] {
        party(seller.name, seller.address, nil)
            + [
                seller.isVATRegistered ? seller.organisationNumber?.vatNumber : seller.organisationNumber?.digits,
                seller.isRegisteredBusiness ? seller.address.country.register : nil,
            ].compactMap(\.self)
    }

    /// `VAT 25 %`, or why there is none.
    private static func tax(_ content: DocumentContent, _ visit: Visit) -> String {
        guard let treatment = content.seller.treatment, treatment.reason == nil, let percent = treatment.percent else {
            return visit.text("billing.vat") + (content.seller.treatment?.reason.map { " – \($0)" } ?? "")
        }
        return visit.text("billing.vat") + " \(percent)\u{A0}%"
    }

    static let fields: [String: PageField<Self>] = [
        "chrome": .model { $0.chrome },
        "title": .text { $0.title },
        "facts": .list { $0.facts },
        "seller": .texts { $0.seller },
        "payer": .texts { $0.payer },
        "lines": .list { $0.lines },
        "sums": .list { $0.sums },
        "download": .text { $0.download },
    ]
}

/// One line of a document.
struct DocumentRow: PageModel {
    let text: String
    let quantity: String
    let price: String
    let amount: String

    init(_ line: BilledLine, _ format: Format) {
        (text, quantity) = (line.text, format.number(line.quantity))
        (price, amount) = (format.money(line.price), format.money(line.amount))
    }

    static let fields: [String: PageField<Self>] = [
        "text": .text { $0.text }, "quantity": .text { $0.quantity }, "price": .text { $0.price },
        "amount": .text { $0.amount },
    ]
}
