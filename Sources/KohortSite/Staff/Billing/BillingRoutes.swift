import Billing
import HTTPTypes
import Hummingbird
import KohortStore
import KohortWeb

extension Pages {
    static let billingRoom: [any Page.Type] = [
        BillingScreen.self, BillingPartiesScreen.self, BilledDocumentScreen.self, DocumentScreen.self,
    ]
}

extension Site {
    var billingRoutes: [Route] {
        [
            billing(.get, "", .query(InvoiceList.name), BillingDesk.show),
            billing(.post, "/drafts", .command(DraftInvoice.name), BillingDesk.draft),
            billing(.post, "/drafts/{draft}/issue", .command(IssueInvoice.name), BillingDesk.issue),
            billing(.post, "/drafts/{draft}/discard", .command(DiscardDraft.name), BillingDesk.discard),
            billing(.get, "/charges", .query(ChargeList.name), ChargesDesk.list),
            billing(.get, "/charges/{charge}", .query(ChargeList.name), ChargeDesk.show),
            billing(.post, "/charges/{charge}/division", .command(DivideCharge.name), ChargeDesk.divide),
            billing(.post, "/charges/{charge}/proration", .command(ProrateCharge.name), ChargeDesk.prorate),
            billing(.get, "/parties", .query(BillingParties.name), BillingPartiesDesk.show),
            billing(.post, "/seller", .command(RegisterSeller.name), BillingPartiesDesk.registerSeller),
            billing(.post, "/payers/{employer}", .command(RegisterPayer.name), BillingPartiesDesk.registerPayer),
            billing(.get, "/documents/{document}", .query(InvoiceDetail.name), BilledDocumentDesk.show),
            billing(.get, "/print/{document}", .query(InvoiceDetail.name), BilledDocumentDesk.print),
            billing(.get, "/xml/{document}", .query(IssuedDocumentFile.name)) { _, visit in
                try await DocumentXML.response(visit)
            },
            billing(.post, "/documents/{document}/credit", .command(CreditInvoice.name), BilledDocumentDesk.credit),
            billing(.post, "/documents/{document}/mail", .command(MailInvoice.name), BilledDocumentDesk.mail),
        ]
    }

    /// A payer may read documents too, but has no business in this room: who may not read the parties is turned away.
    private func billing(
        _ method: HTTPRequest.Method, _ rest: String, _ entry: Route.Entry, _ handler: @escaping VisitHandler
    ) -> Route {
        page(method, "/{tenant}/staff/billing" + rest, entry) { request, visit in
            _ = try await visit.fetch(BillingParties())
            return try await handler(request, visit)
        }
    }
}
