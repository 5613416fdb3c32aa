import KohortCore

/// Who sells: the consortium as the law knows it. What may be missing here keeps documents in draft.
package struct SellerDetails: Hashable, Sendable, Codable {
    package let name: String
    package let address: PostalAddress
    package let organisationNumber: OrganisationNumber?
    package let isVATRegistered: Bool
    /// In Norway in Foretaksregisteret, in Sweden approved for F-tax; it stands on documents.
    package let isRegisteredBusiness: Bool
    package let account: PaymentAccount?
    package let reference: PaymentReference
    package let treatment: VATTreatment?
    /// From the issue of a document until it is due.
    package let paymentDays: Int
}

/// The same as somebody writes it.
package struct SellerForm: Hashable, Sendable, Codable {
    package var name: String
    package var address: PostalAddress
    package var organisationNumber = ""
    package var isVATRegistered = false
    package var isRegisteredBusiness = false
    package var account = ""
    /// Of a Swedish seller; a Norwegian one has a bank account.
    package var isPlusgiro = false
    package var reference = PaymentReference.none
    /// `outside_scope`, `exempt`, `standard`, or nothing while it is undecided.
    package var treatment = ""
    package var reason = ""
    /// One of `VATTreatment.ExemptionCode`, or nothing.
    package var reasonCode = ""
    package var paymentDays = 30

    package init(name: String, address: PostalAddress) { (self.name, self.address) = (name, address) }

    /// What is kept, or all that is wrong.
    func checked() throws(Rejection) -> SellerDetails {
        var problems: [FieldProblem] = []
        let details = SellerDetails(
            name: WrittenText.line(name, field: "name", problems: &problems), address: address.checked(&problems),
            organisationNumber: .read(
                organisationNumber, address.country, field: "organisation_number", problems: &problems),
            isVATRegistered: isVATRegistered, isRegisteredBusiness: isRegisteredBusiness,
            account: readAccount(&problems), reference: reference, treatment: readTreatment(&problems),
            paymentDays: paymentDays)
        if !(1...90).contains(paymentDays) {
            problems.append(FieldProblem("payment_days", "number.range", ["from": "1", "to": "90"]))
        }
        if reference == .kid && address.country != .norway || reference == .ocr && address.country != .sweden {
            problems.append(FieldProblem("reference", "reference.other_country"))
        }
        try problems.throwIfAny()
        return details
    }

    private func readAccount(_ problems: inout [FieldProblem]) -> PaymentAccount? {
        if account.isEmpty { return nil }
        let kind: PaymentAccount.Kind = address.country == .norway ? .bban : isPlusgiro ? .plusgiro : .bankgiro
        let read = PaymentAccount(account, kind: kind)
        if read == nil { problems.append(FieldProblem("account", "account.invalid")) }
        return read
    }

    private func readTreatment(_ problems: inout [FieldProblem]) -> VATTreatment? {
        if treatment.isEmpty { return nil }
        let needsReason = treatment != "standard"
        let reason =
            needsReason ? WrittenText.line(reason, field: "reason", limit: 300, problems: &problems) : ""
        let code = VATTreatment.ExemptionCode(rawValue: reasonCode)
        if !reasonCode.isEmpty, code == nil { problems.append(FieldProblem("reason_code", "choice.unknown")) }
        let words: [String: VATTreatment] = [
            "outside_scope": .outsideScope(reason: reason), "exempt": .exempt(reason: reason, code: code),
            "standard": .standard,
        ]
        guard let read = words[treatment] else {
            problems.append(FieldProblem("treatment", "choice.unknown"))
            return nil
        }
        if !read.fits(isVATRegistered: isVATRegistered) {
            problems.append(FieldProblem("treatment", isVATRegistered ? "vat.registered" : "vat.not_registered"))
        }
        return read
    }
}
