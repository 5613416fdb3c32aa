import KohortCore

/// Where a party is, as it stands on a document.
package struct PostalAddress: Hashable, Sendable, Codable {
    package let street: String
    package let postcode: String
    package let city: String
    package let country: OrganisationNumber.Country

    package init(street: String, postcode: String, city: String, country: OrganisationNumber.Country) {
        (self.street, self.postcode) = (street, postcode)
        (self.city, self.country) = (city, country)
    }

    /// Trimmed; what is missing or cannot be written is added to the problems.
    func checked(_ problems: inout [FieldProblem]) -> PostalAddress {
        PostalAddress(
            street: WrittenText.line(street, field: "street", limit: 100, problems: &problems),
            postcode: WrittenText.line(postcode, field: "postcode", limit: 10, problems: &problems),
            city: WrittenText.line(city, field: "city", limit: 100, problems: &problems), country: country)
    }
}

extension OrganisationNumber.Country {
    package var currency: Currency { self == .norway ? .nok : .sek }
    /// The language of documents.
    package var language: Language { self == .norway ? .nb : .sv }
    var zone: Zone { self == .norway ? .oslo : .stockholm }
}

extension OrganisationNumber {
    /// The list of electronic addresses that it stands in (EAS): Enhetsregisteret or Bolagsverket.
    package var scheme: String { country == .norway ? "0192" : "0007" }

    /// Reads an optional number: an empty text is none, and one with a wrong check digit is a problem.
    static func read(
        _ text: String, _ country: Country, field: String, problems: inout [FieldProblem]
    ) -> OrganisationNumber? {
        if text.allSatisfy({ $0 == " " }) { return nil }
        let number = OrganisationNumber(text, country: country)
        if number == nil { problems.append(FieldProblem(field, "organisation_number.invalid")) }
        return number
    }
}
