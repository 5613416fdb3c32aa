import KohortCore

/// Who pays, as its documents name it. What may be missing here keeps documents in draft.
package struct PayerDetails: Hashable, Sendable, Codable {
    package let name: String
    package let address: PostalAddress
    package let organisationNumber: OrganisationNumber?
    /// Where electronic invoices go, where that is another number than its own.
    package let endpoint: OrganisationNumber?
    /// What its invoice desk sorts by: *deres ref*, *beställarreferens*.
    package let buyerReference: String?
    /// Where documents are mailed.
    package let email: EmailAddress?

    /// The electronic address: list and number.
    package var electronicAddress: OrganisationNumber? { endpoint ?? organisationNumber }
}

/// The same as somebody writes it.
package struct PayerForm: Hashable, Sendable, Codable {
    package var name: String
    package var address: PostalAddress
    package var organisationNumber = ""
    /// Left empty where it is the organisation's own.
    package var endpoint = ""
    package var buyerReference = ""
    package var email = ""

    package init(name: String, address: PostalAddress) { (self.name, self.address) = (name, address) }

    /// What is kept, or all that is wrong.
    func checked() throws(Rejection) -> PayerDetails {
        var problems: [FieldProblem] = []
        let country = address.country
        let reference = WrittenText.optionalLine(
            buyerReference, field: "buyer_reference", limit: 100, problems: &problems)
        let email = EmailAddress(email)
        if !self.email.isEmpty, email == nil { problems.append(FieldProblem("email", "email.invalid")) }
        let details = PayerDetails(
            name: WrittenText.line(name, field: "name", problems: &problems), address: address.checked(&problems),
            organisationNumber: .read(organisationNumber, country, field: "organisation_number", problems: &problems),
            endpoint: .read(endpoint, country, field: "endpoint", problems: &problems),
            buyerReference: reference.isEmpty ? nil : reference, email: email)
        try problems.throwIfAny()
        return details
    }
}
