import Billing
import Hummingbird
import KohortCore
import KohortStore
import KohortWeb

/// Issued documents and what is charged: all of it for the programme office, its own for a payer.
enum InvoiceAPI {
    static let endpoints = [
        Endpoint(
            .get, "/invoices", .query(InvoiceList.name),
            Operation(
                "listInvoices", "The issued invoices and credit notes that the token reaches, the latest first",
                .ok(.object(["invoices": .list(invoice)]))),
            invoices),
        Endpoint(
            .get, "/charges", .query(ChargeList.name),
            Operation("listCharges", "The charges that the token reaches", .ok(.object(["charges": .list(charge)]))),
            charges),
    ]

    private static let invoice = Shape.object([
        "id": .id, "kind": .choice(BillingDocumentKind.self), "number": .text, "payer": .organisation, "cohort": .id,
        "original": .nullable(.id), "issued_on": .date, "due_on": .nullable(.date), "reference": .nullable(.text),
        "net": .money, "vat": .money, "gross": .money,
    ])

    private static let charge = Shape.object([
        "id": .id, "cohort": .id, "trainee": .nullable(.id), "organisation": .id, "payer": .organisation, "fee": .slug,
        "part": .count, "amount": .money, "state": .choice(ChargeState.self), "charged_at": .instant,
        "commitment": .nullable(.id), "invoice": .nullable(.id),
    ])

    private static func invoices(_ request: Request, _ visit: Visit) async throws -> Response {
        let list = try await visit.fetch(InvoiceList())
        return .json { json in
            json.object { $0.member("invoices", list: list.issued) { $0.invoice($1) } }
        }
    }

    private static func charges(_ request: Request, _ visit: Visit) async throws -> Response {
        let list = try await visit.fetch(ChargeList())
        return .json { json in
            json.object { $0.member("charges", list: list.charges) { $0.charge($1) } }
        }
    }
}

extension JSONWriter {
    fileprivate mutating func invoice(_ issued: InvoiceList.Issued) {
        let (document, content) = (issued.document, issued.document.content)
        object { json in
            json.member("id", document.id)
            json.member("kind", document.kind.rawValue)
            json.member("number", document.number)
            json.member("payer") { $0.payer(document.payer, issued.payer) }
            json.member("cohort", document.cohort)
            json.member("original", document.original)
            json.member("issued_on", content.issuedOn)
            json.member("due_on", content.dueOn)
            json.member("reference", content.reference)
            json.member("net") { $0.money(content.totals.net) }
            json.member("vat") { $0.money(content.totals.vat) }
            json.member("gross") { $0.money(content.totals.gross) }
        }
    }

    fileprivate mutating func charge(_ line: ChargeList.Line) {
        let charge = line.charge
        object { json in
            json.member("id", charge.id)
            json.member("cohort", charge.cohort)
            json.member("trainee", charge.trainee)
            json.member("organisation", charge.organisation)
            json.member("payer") { $0.payer(charge.payer, line.payer) }
            json.member("fee", charge.fee)
            json.member("part", charge.part)
            json.member("amount") { $0.money(charge.amount) }
            json.member("state", charge.state.rawValue)
            json.member("charged_at", charge.chargedAt)
            json.member("commitment", charge.commitment)
            json.member("invoice", charge.invoice)
        }
    }

    mutating func payer(_ id: OrganisationID, _ name: PayerName) {
        object { json in
            json.member("id", id)
            json.member("slug", name.slug)
            json.member("name", name.name)
        }
    }

    mutating func money(_ money: Money) {
        object { json in
            json.member("minor_units", Int(money.minorUnits))
            json.member("currency", money.currency.rawValue)
        }
    }
}
