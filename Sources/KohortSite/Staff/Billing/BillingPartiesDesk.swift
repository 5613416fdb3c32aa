import Billing
import Hummingbird
import KohortCore
import KohortWeb
import Tenancy

/// Who sells and who pays: what documents need before they can be issued.
enum BillingPartiesDesk {
    static func show(_ request: Request, _ visit: Visit) async throws -> Response {
        try await page(visit, notice: visit.doneNotice(try QueryParameters(request)))
    }

    static func registerSeller(_ request: Request, _ visit: Visit) async throws -> Response {
        let typed = try await request.form(visit.context)
        return try await visit.attempt(typed) {
            // It holds the account that money is paid to.
            try visit.requireFresh()
            _ = try await visit.perform(RegisterSeller(SellerForm(typed)))
            return visit.redirect("/staff/billing/parties?done=seller.registered")
        } or: {
            try await page(visit, refusal: $0, notice: $0.notice(visit, idPrefix: "seller-"))
        }
    }

    static func registerPayer(_ request: Request, _ visit: Visit) async throws -> Response {
        let organisation = try visit.employer().id
        let typed = try await request.form(visit.context)
        return try await visit.attempt(typed) {
            _ = try await visit.perform(RegisterPayer(organisation: organisation, PayerForm(typed)))
            return visit.redirect("/staff/billing/parties?done=payer.registered")
        } or: {
            try await page(visit, refusal: $0, of: organisation, notice: $0.notice(visit, idPrefix: "\(organisation)-"))
        }
    }

    /// `of` is the payer whose form was refused; nil when it was the seller's.
    private static func page(
        _ visit: Visit, refusal: Refusal? = nil, of payer: OrganisationID? = nil, notice: DeskNotice?
    ) async throws -> Response {
        let parties = try await visit.fetch(BillingParties())
        let screen = BillingPartiesScreen(visit, parties, refusal, of: payer, notice)
        return try visit.page(screen, status: refusal?.status ?? .ok)
    }
}

extension PostalAddress {
    init(_ typed: Form) {
        self.init(
            street: typed.text("street"), postcode: typed.text("postcode"), city: typed.text("city"),
            country: .init(rawValue: typed.text("country")) ?? .norway)
    }
}

extension SellerForm {
    /// As it was typed; days that are no number are refused with those that are out of range.
    init(_ typed: Form) {
        self.init(name: typed.text("name"), address: PostalAddress(typed))
        organisationNumber = typed.text("organisation_number")
        isVATRegistered = typed.list("registers").contains("vat")
        isRegisteredBusiness = typed.list("registers").contains("business")
        (account, isPlusgiro) = (typed.text("account"), typed.text("reference") == "ocr_plusgiro")
        reference = isPlusgiro ? .ocr : PaymentReference(rawValue: typed.text("reference")) ?? .none
        (treatment, reason) = (typed.text("treatment"), typed.text("reason"))
        reasonCode = typed.text("reason_code")
        paymentDays = Int(typed.text("payment_days")) ?? 0
    }
}

extension PayerForm {
    init(_ typed: Form) {
        self.init(name: typed.text("name"), address: PostalAddress(typed))
        organisationNumber = typed.text("organisation_number")
        (endpoint, buyerReference) = (typed.text("endpoint"), typed.text("buyer_reference"))
        email = typed.text("email")
    }
}
