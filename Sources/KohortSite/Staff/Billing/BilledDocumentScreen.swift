import Billing
import KohortCore
import KohortWeb

/// What can be done with an issued document, and what has been.
struct BilledDocumentScreen: Page {
    static let template = "staff/billed-document"
    let chrome: Chrome
    let head: DeskHead
    let facts: [Fact]
    let lines: [DocumentRow]
    let printed: String
    let download: String
    let sha256: String
    let mailedOn: [String]
    let mail: DeskForm
    /// Nil for a credit note, and when nothing is left.
    let credit: DeskForm?
    let credits: [IssuedLine]

    init(_ visit: Visit, _ detail: InvoiceDetail.Answer, _ refusal: Refusal?, _ notice: DeskNotice?) {
        let (document, content) = (detail.document, detail.document.content)
        let title = visit.text("billing.kind.\(content.kind.rawValue)") + " " + content.number
        let crumb = ChromeLink(
            label: visit.text("staff.tab.billing"), path: visit.path("/staff/billing"), isCurrent: false)
        chrome = visit.chrome(title)
        head = visit.staffHead(.billing, title, notice: notice, crumbs: [crumb])
        facts = Self.facts(detail, visit)
        lines = content.lines.map { DocumentRow($0, visit.format) }
        printed = visit.path("/staff/billing/print/\(document.id)")
        download = visit.path("/staff/billing/xml/\(document.id)")
        sha256 = detail.sha256
        mailedOn = detail.mailedAt.map { visit.format.time($0) }
        mail = DeskForm(
            action: visit.path("/staff/billing/documents/\(document.id)/mail"),
            button: visit.text("staff.billing.mail.press"), once: OnceKey.fresh(visit))
        credit = Self.creditForm(detail, visit, refusal)
        credits = detail.credits.map {
            IssuedLine(
                $0, detail.payer, visit, view: visit.path("/staff/billing/documents"),
                download: visit.path("/staff/billing/xml"))
        }
    }

    private static func facts(_ detail: InvoiceDetail.Answer, _ visit: Visit) -> [Fact] {
        let (content, format) = (detail.document.content, visit.format)
        let facts: [(String, String?)] = [
            ("billing.payer", detail.payer.name), ("billing.issued_on", format.date(content.issuedOn)),
            ("billing.due_on", content.dueOn.map { format.date($0) }), ("billing.reference", content.reference),
            ("billing.original", content.original?.number), ("billing.gross", format.money(content.totals.gross)),
            ("billing.left", content.kind == .invoice ? format.money(detail.openGross) : nil),
        ]
        return facts.compactMap { key, value in value.map { Fact(visit.text(key), $0) } }
    }

    private static func creditForm(_ detail: InvoiceDetail.Answer, _ visit: Visit, _ refusal: Refusal?) -> DeskForm? {
        guard detail.openGross.minorUnits > 0, detail.document.kind == .invoice else { return nil }
        let make = DeskFields(visit: visit, texts: "staff.billing.credit", refusal: refusal)
        let amounts = detail.document.content.lines.compactMap { line -> DeskField? in
            guard let left = detail.open[line.position], left.minorUnits > 0 else { return nil }
            let name = "line-\(line.position)"
            let problems = refusal?.problems.filter { $0.field == name } ?? []
            return DeskField(
                name: name, id: "field-\(name)", kind: .number, label: line.text,
                hint: visit.text("staff.billing.credit.left", ["left": visit.format.money(left)]),
                value: refusal?.typed.text(name) ?? "",
                error: problems.map(visit.words(for:)).joined(separator: " "), isRequired: false)
        }
        let reopens = make.choices(
            "reopens", .anyOf, [("yes", visit.text("staff.billing.credit.reopens.yes"))], chosen: [])
        return DeskForm(
            action: visit.path("/staff/billing/documents/\(detail.document.id)/credit"), fields: amounts + [reopens],
            button: visit.text("staff.billing.credit.press"), once: OnceKey.fresh(visit))
    }

    static let fields: [String: PageField<Self>] = [
        "chrome": .model { $0.chrome },
        "head": .model { $0.head },
        "facts": .list { $0.facts },
        "lines": .list { $0.lines },
        "printed": .text { $0.printed },
        "download": .text { $0.download },
        "sha256": .text { $0.sha256 },
        "mailed": .flag { !$0.mailedOn.isEmpty },
        "mailedOn": .texts { $0.mailedOn },
        "mail": .model { $0.mail },
        "credit": .model { $0.credit },
        "documents": .list { $0.credits },
        "anyCredits": .flag { !$0.credits.isEmpty },
    ]
}
