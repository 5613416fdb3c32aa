import KohortCore

/// A member, host or partner.
package struct OrganisationDefinition: Equatable, Sendable, Codable {
    package let slug: Slug
    package let name: LocalizedText
    package let kind: OrganisationKind
    package let country: OrganisationNumber.Country
    /// Only where it is known for certain; never invented.
    package let number: OrganisationNumber?
    package let size: OrganisationSize?
    package let units: [UnitDefinition]
    package let assumed: [String]
}

/// A department of an organisation; in a programme within one business, one of its units (GEN-1).
package struct UnitDefinition: Equatable, Sendable, Codable {
    package let slug: Slug
    package let name: LocalizedText
}

/// What an organisation is.
package enum OrganisationKind: String, Sendable, Codable, CaseIterable {
    case municipality, county, association, company, other
    case municipalEnterprise = "municipal_enterprise"
    case interMunicipalCompany = "inter_municipal_company"
    case educationalInstitution = "educational_institution"
}

extension OrganisationDefinition {
    init(_ keys: Keys) {
        let country: OrganisationNumber.Country = keys["country"].word(or: .norway)
        slug = keys["slug"].slug(declaring: .organisation)
        name = keys["name"].localized()
        kind = keys["kind"].word(or: .other)
        self.country = country
        number = keys.optional("number")?.value(
            "an organisation number of \(country.rawValue) with a valid check digit", .checkDigit
        ) { OrganisationNumber($0, country: country) }
        size = keys.optional("size")?.block(OrganisationSize.init)
        units = keys.slugged("units", 0...200, \.slug, UnitDefinition.init)
        assumed = keys.assumed
    }
}

extension UnitDefinition {
    init(_ keys: Keys) {
        slug = keys["slug"].slug()
        name = keys["name"].localized()
    }
}

extension OrganisationNumber.Country: CaseIterable {
    package static var allCases: [OrganisationNumber.Country] { [.norway, .sweden] }
}
