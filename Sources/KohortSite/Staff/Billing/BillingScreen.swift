import Billing
import KohortCore
import KohortWeb

/// Charges by payer, the run, drafts with what they lack, and issued documents.
struct BillingScreen: Page {
    static let template = "staff/billing"
    let chrome: Chrome
    let head: DeskHead
    let charges: [ChargeRow]
    let commitments: [CommitmentLine]
    /// The run's form; nil while there is nothing to draft.
    let run: DeskForm?
    let drafts: [DraftLine]
    let documents: [IssuedLine]
    let parties: String
    let all: String
    /// What is owed for trainees who have left, in words; empty where nothing is.
    let left: String

    init(
        _ visit: Visit, _ list: ChargeList.Answer, _ invoices: InvoiceList.Answer, left: [ChargeList.Line],
        _ notice: DeskNotice?
    ) {
        let title = visit.text("staff.billing.heading")
        (chrome, head) = (visit.chrome(title), visit.staffHead(.billing, title, notice: notice))
        charges = ChargeRow.rows(of: list, visit)
        commitments = list.commitments.map { CommitmentLine($0, visit) }
        let canRun = list.charges.contains { $0.charge.state == .committed }
        run =
            canRun
            ? DeskForm(action: visit.path("/staff/billing/drafts"), button: visit.text("staff.billing.run")) : nil
        drafts = invoices.drafts.map { DraftLine($0, visit) }
        documents = invoices.issued.map {
            IssuedLine(
                $0.document, $0.payer, visit, view: visit.path("/staff/billing/documents"),
                download: visit.path("/staff/billing/xml"))
        }
        parties = visit.path("/staff/billing/parties")
        all = visit.path("/staff/billing/charges")
        self.left = left.owed.map { visit.text("charge.left.sum", ["amount": visit.format.money($0)]) } ?? ""
    }

    static let fields: [String: PageField<Self>] = [
        "chrome": .model { $0.chrome },
        "head": .model { $0.head },
        "charges": .list { $0.charges },
        "anyCharges": .flag { !$0.charges.isEmpty },
        "commitments": .list { $0.commitments },
        "anyCommitments": .flag { !$0.commitments.isEmpty },
        "run": .model { $0.run },
        "drafts": .list { $0.drafts },
        "anyDrafts": .flag { !$0.drafts.isEmpty },
        "documents": .list { $0.documents },
        "anyDocuments": .flag { !$0.documents.isEmpty },
        "parties": .text { $0.parties },
        "all": .text { $0.all },
        "left": .text { $0.left },
    ]
}

/// What one payer owes in one cohort, by how far it has come.
struct ChargeRow: PageModel {
    let payer: String
    let cohort: String
    let waiting: String
    let committed: String
    let invoiced: String

    static func rows(of list: ChargeList.Answer, _ visit: Visit) -> [ChargeRow] {
        let groups = Dictionary(grouping: list.charges) { Key(payer: $0.payer, cohort: $0.charge.cohort) }
        let keys = groups.keys.sorted {
            ($0.payer.name.alphabetical, $0.cohort) < ($1.payer.name.alphabetical, $1.cohort)
        }
        return keys.map { key in
            let charges = groups[key, default: []].map(\.charge)
            return ChargeRow(
                payer: key.payer.name, cohort: list.cohorts[key.cohort]?.text(in: visit.language) ?? "",
                waiting: sum(charges, [.charged], visit), committed: sum(charges, [.committed, .drafted], visit),
                invoiced: sum(charges, [.invoiced], visit))
        }
    }

    /// How much, and for how many: `207 000,00 NOK (3)`
    private static func sum(_ charges: [Charge], _ states: Set<ChargeState>, _ visit: Visit) -> String {
        let counted = charges.filter { states.contains($0.state) }
        guard let currency = counted.first?.amount.currency else { return "–" }
        let sum = Money(minorUnits: counted.reduce(0) { $0 + $1.amount.minorUnits }, currency)
        return "\(visit.format.money(sum)) (\(visit.format.number(counted.count)))"
    }

    private struct Key: Hashable {
        let payer: PayerName
        let cohort: CohortID
    }

    static let fields: [String: PageField<Self>] = [
        "payer": .text { $0.payer },
        "cohort": .text { $0.cohort },
        "waitingSum": .text { $0.waiting },
        "committedSum": .text { $0.committed },
        "invoicedSum": .text { $0.invoiced },
    ]
}

/// One draft: what it comes to, and what it lacks and whose that is.
struct DraftLine: PageModel {
    let payer: String
    let net: String
    let gaps: [String]
    let issue: String?
    let discard: String

    init(_ draft: InvoiceList.Draft, _ visit: Visit) {
        (payer, net) = (draft.payer.name, visit.format.money(draft.net))
        gaps = draft.gaps.map { gap in
            visit.text("billing.gap.\(gap.field)", ["whose": gap.values["whose"] ?? ""])
        }
        let address = visit.path("/staff/billing/drafts/\(draft.draft.id)")
        (issue, discard) = (draft.gaps.isEmpty ? address + "/issue" : nil, address + "/discard")
    }

    static let fields: [String: PageField<Self>] = [
        "payer": .text { $0.payer },
        "net": .text { $0.net },
        "lacks": .flag { !$0.gaps.isEmpty },
        "gaps": .texts { $0.gaps },
        "issue": .text { $0.issue },
        "discard": .text { $0.discard },
    ]
}
