import Billing
import Hummingbird
import KohortCore
import KohortStore
import KohortWeb

/// From the draft to the credit note. Numbers are allotted by the daemon; there is none to ask for.
enum InvoiceChanges {
    static let endpoints = [
        Endpoint(
            .get, "/drafts", .query(InvoiceList.name),
            Operation(
                "listDrafts", "The drafts, and what keeps each from being issued; for the programme office",
                .ok(.object(["drafts": .list(draft)])))
        ) { _, visit in
            let drafts = try await visit.fetch(InvoiceList()).drafts
            return .json { json in json.object { $0.member("drafts", list: drafts) { $0.draft($1) } } }
        },
        Endpoint(
            post: "/drafts", DraftInvoice.self,
            Operation(
                "draftInvoice", "Gathers what a payer has committed to in a cohort on one draft",
                body: .form(["payer": .slug, "cohort": .id]), .created, refusals: [.conflict])
        ) { change in
            let sent: SentDraft = try change.read()
            let id: InvoiceID = change.visit.newID()
            let payer = try change.visit.sentOrganisation(sent.payer, "payer")
            return try await change.made(id, by: DraftInvoice(id: id, payer: payer, cohort: sent.cohort))
        },
        Endpoint(
            post: "/drafts/{draft}/removal", DiscardDraft.self,
            Operation("discardDraft", "Takes a draft away; its charges stay committed", .done, refusals: [.conflict])
        ) { change in
            try await change.done(DiscardDraft(draft: try change.visit.context.id("draft")))
        },
        Endpoint(
            post: "/drafts/{draft}/issue", IssueInvoice.self,
            Operation(
                "issueInvoice", "Issues a draft, which keeps its id and gets the next number of its series", numbered,
                refusals: [.conflict])
        ) { change in
            number(try await change.perform(IssueInvoice(draft: try change.visit.context.id("draft"))))
        },
        Endpoint(
            post: "/invoices/{invoice}/credit-notes", CreditInvoice.self,
            Operation(
                "creditInvoice", "Credits an invoice, or so much of some of its lines, by a credit note",
                body: .form(
                    [:],
                    optional: [
                        "lines": .list(.form(["line": .whole(from: 1, to: nil), "amount": .money])),
                        "reopens": .boolean,
                    ]),
                numbered, refusals: [.conflict]),
            credit),
        Endpoint(
            post: "/invoices/{invoice}/mailing", MailInvoice.self,
            Operation(
                "mailInvoice", "Mails an issued document to its payer, with the XML", .done, refusals: [.conflict])
        ) { change in
            try await change.done(MailInvoice(invoice: try change.visit.context.id("invoice")))
        },
    ]

    private static let draft = Shape.object([
        "id": .id, "payer": .organisation, "cohort": .id, "net": .money,
        "gaps": .list(.object(["field": .text, "code": .text])),
    ])

    private static let numbered = Success(
        status: .created, schema: Shape.object(["number": .text]), isPaged: false)

    private static func credit(_ change: Change) async throws -> Response {
        let sent: SentCredit = try change.read()
        let parts = sent.lines?.map { line in
            CreditInvoice.Part(line: line.line, amount: Money(minorUnits: line.amount.minorUnits, line.amount.currency))
        }
        let command = CreditInvoice(
            id: change.visit.newID(), invoice: try change.visit.context.id("invoice"), parts: parts,
            reopens: sent.reopens ?? false)
        return number(try await change.perform(command))
    }

    private static func number(_ number: IssueInvoice.Number) -> Response {
        .json(.created) { json in json.object { $0.member("number", number.number) } }
    }
}

private struct SentDraft: Decodable {
    let payer: String
    let cohort: CohortID
}

private struct SentCredit: Decodable {
    struct Line: Decodable {
        struct Amount: Decodable {
            let minorUnits: Int64
            let currency: Currency
        }

        let line: Int
        let amount: Amount
    }

    let lines: [Line]?
    let reopens: Bool?
}

extension JSONWriter {
    fileprivate mutating func draft(_ line: InvoiceList.Draft) {
        object { json in
            json.member("id", line.draft.id)
            json.member("payer") { $0.payer(line.draft.payer, line.payer) }
            json.member("cohort", line.draft.cohort)
            json.member("net") { $0.money(line.net) }
            json.member("gaps", list: line.gaps) { json, gap in
                json.object { json in
                    json.member("field", gap.field)
                    json.member("code", gap.code)
                }
            }
        }
    }
}
