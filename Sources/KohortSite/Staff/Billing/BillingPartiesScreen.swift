import Billing
import KohortCore
import KohortWeb

/// The seller's form, and one for each organisation.
struct BillingPartiesScreen: Page {
    static let template = "staff/billing-parties"
    let chrome: Chrome
    let head: DeskHead
    let seller: DeskForm
    let payers: [PayerLine]

    init(
        _ visit: Visit, _ parties: BillingParties.Answer, _ refusal: Refusal?, of payer: OrganisationID?,
        _ notice: DeskNotice?
    ) {
        let title = visit.text("staff.parties.heading")
        let crumb = ChromeLink(
            label: visit.text("staff.tab.billing"), path: visit.path("/staff/billing"), isCurrent: false)
        chrome = visit.chrome(title)
        head = visit.staffHead(.billing, title, notice: notice, crumbs: [crumb])
        let make = DeskFields(
            visit: visit, texts: "staff.party", idPrefix: "seller-", refusal: payer == nil ? refusal : nil)
        seller = DeskForm(
            action: visit.path("/staff/billing/seller"), fields: make.ofSeller(parties.seller),
            button: visit.text("staff.party.press"))
        payers = parties.payers.map { PayerLine($0, visit, $0.organisation == payer ? refusal : nil) }
    }

    static let fields: [String: PageField<Self>] = [
        "chrome": .model { $0.chrome },
        "head": .model { $0.head },
        "seller": .model { $0.seller },
        "payers": .list { $0.payers },
    ]
}

/// One organisation that may pay, with its form.
struct PayerLine: PageModel {
    let name: String
    let isKnown: Bool
    let isRefused: Bool
    let form: DeskForm

    init(_ line: BillingParties.Line, _ visit: Visit, _ refusal: Refusal?) {
        (name, isKnown, isRefused) = (line.name.name, line.entry != nil, refusal != nil)
        let make = DeskFields(
            visit: visit, texts: "staff.party", idPrefix: "\(line.organisation)-", refusal: refusal)
        form = DeskForm(
            action: visit.path("/staff/billing/payers/\(line.name.slug)"),
            fields: make.ofPayer(line.entry?.details, named: line.name.name), button: visit.text("staff.party.press"))
    }

    static let fields: [String: PageField<Self>] = [
        "name": .text { $0.name },
        "known": .flag { $0.isKnown },
        "refused": .flag { $0.isRefused },
        "form": .model { $0.form },
    ]
}

extension DeskFields {
    private func ofAddress(_ address: PostalAddress?) -> [DeskField] {
        [
            line("street", address?.street ?? ""), line("postcode", address?.postcode ?? ""),
            line("city", address?.city ?? ""),
            choices(
                "country", .choice,
                [("NO", visit.text("staff.party.norway")), ("SE", visit.text("staff.party.sweden"))],
                chosen: [address?.country.rawValue ?? "NO"]),
        ]
    }

    fileprivate func ofPayer(_ payer: PayerDetails?, named name: String) -> [DeskField] {
        [line("name", payer?.name ?? name)] + ofAddress(payer?.address) + [
            optional("organisation_number", .line, payer?.organisationNumber?.digits ?? "", hinted: true),
            optional("endpoint", .line, payer?.endpoint?.digits ?? "", hinted: true),
            optional("buyer_reference", .line, payer?.buyerReference ?? "", hinted: true),
            optional("email", .email, payer?.email?.text ?? "", hinted: true),
        ]
    }

    fileprivate func ofSeller(_ seller: SellerDetails?) -> [DeskField] {
        let registers = [("vat", seller?.isVATRegistered), ("business", seller?.isRegisteredBusiness)]
            .filter { $0.1 == true }.map { $0.0 }
        let names = ["vat", "business"].map { ($0, visit.text("staff.party.registers.\($0)")) }
        return [line("name", seller?.name ?? "")] + ofAddress(seller?.address) + [
            optional("organisation_number", .line, seller?.organisationNumber?.digits ?? "", hinted: true),
            choices("registers", .anyOf, names, chosen: registers),
            optional("account", .line, seller?.account?.digits ?? "", hinted: true),
            choices("reference", .choice, references, chosen: [reference(of: seller)]),
            choices("treatment", .choice, treatments, chosen: [treatment(of: seller)], hinted: true),
            optional("reason", .line, seller?.treatment?.reason ?? "", hinted: true),
            choices("reason_code", .choice, reasonCodes, chosen: [reasonCode(of: seller)]),
            field("payment_days", .number, String(seller?.paymentDays ?? 30)),
        ]
    }

    private var references: [(value: String, label: String)] {
        ["none", "kid", "ocr", "ocr_plusgiro"].map { ($0, visit.text("staff.party.reference.\($0)")) }
    }

    private var treatments: [(value: String, label: String)] {
        [("", visit.text("staff.party.treatment.open"))]
            + ["outside_scope", "exempt", "standard"].map { ($0, visit.text("staff.party.treatment.\($0)")) }
    }

    private var reasonCodes: [(value: String, label: String)] {
        [("", visit.text("staff.party.reason_code.none"))]
            + VATTreatment.ExemptionCode.allCases.map { ($0.rawValue, visit.text("staff.party.reason_code.education")) }
    }

    private func reference(of seller: SellerDetails?) -> String {
        seller?.account?.kind == .plusgiro && seller?.reference == .ocr
            ? "ocr_plusgiro" : seller?.reference.rawValue ?? "none"
    }

    private func treatment(of seller: SellerDetails?) -> String {
        switch seller?.treatment {
        case .outsideScope: "outside_scope"
        case .exempt: "exempt"
        case .standard: "standard"
        case nil: ""
        }
    }

    private func reasonCode(of seller: SellerDetails?) -> String {
        if case .exempt(_, let code) = seller?.treatment { return code?.rawValue ?? "" }
        return ""
    }
}
