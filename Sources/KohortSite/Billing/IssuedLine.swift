import Billing
import KohortCore
import KohortWeb

/// One issued document in a list.
struct IssuedLine: PageModel {
    let number: String
    let kind: String
    let payer: String
    let date: String
    let issuedOn: String
    let dueOn: String
    let gross: String
    let original: String
    let view: String
    let download: String

    /// `view` and `download` are the addresses that the document's id is put after.
    init(_ document: InvoiceDocument, _ payer: PayerName, _ visit: Visit, view: String, download: String) {
        let content = document.content
        (number, self.payer) = (content.number, payer.name)
        kind = visit.text("billing.kind.\(content.kind.rawValue)")
        (date, issuedOn) = (content.issuedOn.description, visit.format.date(content.issuedOn))
        dueOn = content.dueOn.map { visit.format.date($0) } ?? ""
        gross = visit.format.money(content.totals.gross)
        original = content.original?.number ?? ""
        (self.view, self.download) = ("\(view)/\(document.id)", "\(download)/\(document.id)")
    }

    static let fields: [String: PageField<Self>] = [
        "number": .text { $0.number },
        "kind": .text { $0.kind },
        "payer": .text { $0.payer },
        "date": .text { $0.date },
        "issuedOn": .text { $0.issuedOn },
        "dueOn": .text { $0.dueOn },
        "gross": .text { $0.gross },
        "original": .text { $0.original },
        "view": .text { $0.view },
        "download": .text { $0.download },
    ]
}

/// Who committed what, and when (BB-10).
struct CommitmentLine: PageModel {
    let payer: String
    let name: String
    let amount: String
    let date: String
    let time: String

    init(_ line: ChargeList.CommitmentLine, _ visit: Visit) {
        (payer, name) = (line.payer.name, line.commitment.name)
        amount = visit.format.money(line.commitment.amount)
        let at = line.commitment.committedAt
        (date, time) = (visit.format.zone.date(at: at).description, visit.format.time(at))
    }

    static let fields: [String: PageField<Self>] = [
        "payer": .text { $0.payer },
        "name": .text { $0.name },
        "amount": .text { $0.amount },
        "date": .text { $0.date },
        "time": .text { $0.time },
    ]
}
