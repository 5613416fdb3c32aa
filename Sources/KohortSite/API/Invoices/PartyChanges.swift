import Billing
import Hummingbird
import KohortCore
import KohortWeb
import Tenancy

/// Who sells and who pays.
enum PartyChanges {
    static let endpoints = [
        Endpoint(
            post: "/seller", RegisterSeller.self,
            Operation(
                "registerSeller", "Says who sells, or says it anew; issued documents keep what they were issued with",
                body: seller, .done)
        ) { change in
            let sent: SentSeller = try change.read()
            return try await change.done(RegisterSeller(sent.form))
        },
        Endpoint(
            post: "/employers/{employer}/payer", RegisterPayer.self,
            Operation("registerPayer", "Says who pays for an organisation, or says it anew", body: payer, .done)
        ) { change in
            let sent: SentPayer = try change.read()
            return try await change.done(RegisterPayer(organisation: try change.visit.employer().id, sent.form))
        },
    ]

    private static let address = Shape.members([
        "name": .text, "street": .text, "postcode": .text, "city": .text,
        "country": .oneOf([OrganisationNumber.Country.norway, .sweden].map(\.rawValue)),
    ])

    private static let seller = Shape.form(
        address
            + Shape.optional([
                "organisation_number": .text, "vat_registered": .boolean, "business_registered": .boolean,
                "account": .text, "plusgiro": .boolean, "reference": .choice(PaymentReference.self),
                "treatment": .text, "reason": .text, "reason_code": .text, "payment_days": .whole(from: 1, to: 90),
            ]))

    private static let payer = Shape.form(
        address
            + Shape.optional([
                "organisation_number": .text, "endpoint": .text, "buyer_reference": .text, "email": .text,
            ]))
}

private struct SentSeller: Decodable {
    private let name, street, postcode, city: String
    private let country: OrganisationNumber.Country
    private let organisationNumber, account, treatment, reason, reasonCode: String?
    private let vatRegistered, businessRegistered, plusgiro: Bool?
    private let reference: PaymentReference?
    private let paymentDays: Int?

    /// As the page would bring it.
    var form: SellerForm {
        let address = PostalAddress(street: street, postcode: postcode, city: city, country: country)
        var form = SellerForm(name: name, address: address)
        form.organisationNumber = organisationNumber ?? ""
        form.isVATRegistered = vatRegistered ?? false
        form.isRegisteredBusiness = businessRegistered ?? false
        (form.account, form.isPlusgiro) = (account ?? "", plusgiro ?? false)
        (form.reference, form.treatment) = (reference ?? PaymentReference.none, treatment ?? "")
        (form.reason, form.reasonCode) = (reason ?? "", reasonCode ?? "")
        form.paymentDays = paymentDays ?? form.paymentDays
        return form
    }
}

private struct SentPayer: Decodable {
    private let name, street, postcode, city: String
    private let country: OrganisationNumber.Country
    private let organisationNumber, endpoint, buyerReference, email: String?

    var form: PayerForm {
        let address = PostalAddress(street: street, postcode: postcode, city: city, country: country)
        var form = PayerForm(name: name, address: address)
        form.organisationNumber = organisationNumber ?? ""
        (form.endpoint, form.buyerReference) = (endpoint ?? "", buyerReference ?? "")
        form.email = email ?? ""
        return form
    }
}
