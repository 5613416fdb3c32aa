import Billing
import HTTPTypes
import Hummingbird
import KohortCore
import KohortStore
import KohortWeb
import Tenancy

extension Site {
    var invoiceRoutes: [Route] {
        let roles: Set<Role> = [.coordinator, .finance]
        return [
            room(.get, "/invoices", .query(InvoiceList.name), for: roles, EmployerInvoices.show),
            room(.post, "/commitments", .command(CommitFees.name), for: roles, EmployerInvoices.commit),
            room(.get, "/invoices/{document}", .query(InvoiceDetail.name), for: roles, EmployerInvoices.document),
            room(.get, "/invoices/xml/{document}", .query(IssuedDocumentFile.name), for: roles) { _, room in
                try await DocumentXML.response(room.visit)
            },
        ]
    }
}

/// What an employer owes, commits to and has been sent.
enum EmployerInvoices {
    static func show(_ request: Request, _ room: EmployerVisit) async throws -> Response {
        try await page(room, notice: room.visit.doneNotice(try QueryParameters(request)))
    }

    static func commit(_ request: Request, _ room: EmployerVisit) async throws -> Response {
        let typed = try await request.form(room.visit.context)
        return try await room.visit.attempt(typed) {
            guard let cohort = CohortID(typed.text("cohort")) else { throw Rejection.notFound }
            let command = CommitFees(
                id: room.visit.newID(), payer: room.employer.id, cohort: cohort,
                charges: typed.list("charge").compactMap { ChargeID($0) }, name: typed.text("name"))
            _ = try await room.visit.perform(command, idempotency: OnceKey.key(of: typed))
            return room.visit.redirect(room.path("/invoices?done=fees.committed"))
        } or: {
            try await page(room, refusal: $0, notice: $0.notice(room.visit, idPrefix: typed.text("cohort") + "-"))
        }
    }

    static func document(_ request: Request, _ room: EmployerVisit) async throws -> Response {
        let document = try room.visit.context.id("document", as: InvoiceID.self)
        let detail = try await room.visit.fetch(InvoiceDetail(invoice: document))
        let download = room.address("/invoices/xml/\(document)")
        return try room.visit.page(DocumentScreen(detail, room.visit, download: download))
    }

    private static func page(_ room: EmployerVisit, refusal: Refusal? = nil, notice: DeskNotice?) async throws
        -> Response
    {
        let charges = try await room.visit.fetch(ChargeList())
        let issued = try await room.visit.fetch(InvoiceList()).issued
        let elsewhere = try await DueElsewhere.part(room.visit, on: .employer(room.employer))
        let screen = EmployerInvoicesScreen(room, charges, issued, refusal, notice, elsewhere: elsewhere)
        return try room.visit.page(screen, status: refusal?.status ?? .ok)
    }
}
