import Billing
import KohortCore
import KohortWeb
import Tenancy

/// What waits for the employer's word, what it has committed to, and its documents.
struct EmployerInvoicesScreen: Page {
    static let template = "employer/invoices"
    let chrome: Chrome
    let head: DeskHead
    let due: DuePart?
    let waiting: [CommitmentForm]
    let commitments: [CommitmentLine]
    let documents: [IssuedLine]
    /// Of the visitor's other roles.
    let elsewhere: DuePart?

    init(
        _ room: EmployerVisit, _ list: ChargeList.Answer, _ issued: [InvoiceList.Issued], _ refusal: Refusal?,
        _ notice: DeskNotice?, elsewhere: DuePart?
    ) {
        let (visit, own) = (room.visit, room.employer.id)
        let title = visit.text("employer.invoices.heading", ["employer": room.name])
        (chrome, head) = (visit.chrome(title), room.head(.invoices, title, nil, notice: notice))
        self.elsewhere = elsewhere
        due = EmployerDue.invoices(issued.map(\.document), room)
        let open = list.charges.map(\.charge).filter { $0.payer == own && $0.state == .charged }
        waiting = Set(open.map(\.cohort)).sorted().map { cohort in
            let name = list.cohorts[cohort]?.text(in: visit.language) ?? ""
            let typed = refusal?.typed.text("cohort") == cohort.description ? refusal : nil
            return CommitmentForm(room, cohort, name, open.filter { $0.cohort == cohort }, typed)
        }
        commitments = list.commitments.filter { $0.commitment.payer == own }.map { CommitmentLine($0, visit) }
        documents = issued.filter { $0.document.payer == own }.map {
            IssuedLine(
                $0.document, $0.payer, visit, view: room.address("/invoices"),
                download: room.address("/invoices/xml"))
        }
    }

    static let fields: [String: PageField<Self>] = [
        "chrome": .model { $0.chrome },
        "head": .model { $0.head },
        "dated": .model { $0.due },
        "elsewhere": .model { $0.elsewhere },
        "calm": .flag { $0.due == nil && $0.waiting.isEmpty && $0.elsewhere == nil },
        "waiting": .list { $0.waiting },
        "anyWaiting": .flag { !$0.waiting.isEmpty },
        "commitments": .list { $0.commitments },
        "anyCommitments": .flag { !$0.commitments.isEmpty },
        "documents": .list { $0.documents },
        "anyDocuments": .flag { !$0.documents.isEmpty },
    ]
}

/// The charges of one cohort that somebody has yet to commit to, with the form to do so.
struct CommitmentForm: PageModel {
    let action: String
    let once: String
    let cohort: String
    let name: String
    let lines: [Fact]
    let total: String
    let charges: [String]
    let fields: [DeskField]

    init(_ room: EmployerVisit, _ cohort: CohortID, _ name: String, _ charges: [Charge], _ refusal: Refusal?) {
        let visit = room.visit
        (action, once) = (room.address("/commitments"), OnceKey.fresh(visit))
        (self.cohort, self.name) = (cohort.description, name)
        lines = charges.map { Fact($0.name.text(in: visit.language), visit.format.money($0.amount)) }
        let sum = charges.reduce(Int64(0)) { $0 + $1.amount.minorUnits }
        total = charges.first.map { visit.format.money(Money(minorUnits: sum, $0.amount.currency)) } ?? ""
        self.charges = charges.map(\.id.description)
        let make = DeskFields(
            visit: visit, texts: "employer.commitment", idPrefix: "\(cohort)-", refusal: refusal)
        fields = [make.line("name", visit.identity.name ?? "", hinted: true)]
    }

    static let fields: [String: PageField<Self>] = [
        "action": .text { $0.action },
        "once": .text { $0.once },
        "cohort": .text { $0.cohort },
        "heading": .text { $0.name },
        "facts": .list { $0.lines },
        "total": .text { $0.total },
        "charges": .texts { $0.charges },
        "fields": .list { $0.fields },
    ]
}
