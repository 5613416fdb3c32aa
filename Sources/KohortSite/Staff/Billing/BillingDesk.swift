import Billing
import Delivery
import HTTPTypes
import Hummingbird
import KohortCore
import KohortWeb

/// The lead's billing: what is committed, the drafts, and what has been issued.
enum BillingDesk {
    static func show(_ request: Request, _ visit: Visit) async throws -> Response {
        try await page(visit, notice: visit.doneNotice(try QueryParameters(request)))
    }

    /// The run: a draft for each payer that has committed to something in a cohort and has no draft there.
    static func draft(_ request: Request, _ visit: Visit) async throws -> Response {
        try await visit.attempt(try await request.form(visit.context)) {
            let committed = try await visit.fetch(ChargeList()).charges.map(\.charge).filter { $0.state == .committed }
            let drafts = try await visit.fetch(InvoiceList()).drafts.map(\.draft)
            let taken = Set(drafts.map { DraftKey(payer: $0.payer, cohort: $0.cohort) })
            let keys = Set(committed.map { DraftKey(payer: $0.payer, cohort: $0.cohort) }).subtracting(taken)
            if keys.isEmpty { throw Rejection.conflict("invoice.nothing_committed") }
            for key in keys {
                _ = try await visit.perform(DraftInvoice(id: visit.newID(), payer: key.payer, cohort: key.cohort))
            }
            return visit.redirect("/staff/billing?done=invoice.drafted")
        } or: {
            try await page(visit, notice: $0.notice(visit), status: $0.status)
        }
    }

    static func issue(_ request: Request, _ visit: Visit) async throws -> Response {
        let draft = try visit.context.id("draft", as: InvoiceID.self)
        return try await visit.attempt(Form()) {
            _ = try await visit.perform(IssueInvoice(draft: draft))
            return visit.redirect("/staff/billing/documents/\(draft)?done=invoice.issued")
        } or: {
            try await page(visit, notice: $0.notice(visit), status: $0.status)
        }
    }

    static func discard(_ request: Request, _ visit: Visit) async throws -> Response {
        let draft = try visit.context.id("draft", as: InvoiceID.self)
        return try await visit.attempt(Form()) {
            _ = try await visit.perform(DiscardDraft(draft: draft))
            return visit.redirect("/staff/billing?done=invoice.discarded")
        } or: {
            try await page(visit, notice: $0.notice(visit), status: $0.status)
        }
    }

    private static func page(
        _ visit: Visit, notice: DeskNotice?, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let (charges, invoices) = (try await visit.fetch(ChargeList()), try await visit.fetch(InvoiceList()))
        let trainees = try await visit.trainees(of: Set(charges.charges.map(\.charge.cohort)))
        let left = charges.charges.filter { line in
            line.charge.trainee.map { trainees[$0]?.state == .withdrawn } ?? false
        }
        return try visit.page(BillingScreen(visit, charges, invoices, left: left, notice), status: status)
    }

    private struct DraftKey: Hashable {
        let payer: OrganisationID
        let cohort: CohortID
    }
}
