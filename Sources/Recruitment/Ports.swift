import KohortCore
import KohortStore

/// Who applies, as the tenant knows persons: one person for each email address.
package struct ApplicantDirectory: Sendable {
    /// The person with this address, added under this name and language where there is none.
    package typealias Enrol = @Sendable (EmailAddress, _ name: String, Language, borrowing Write) throws -> PersonID
    package let enrol: Enrol

    package init(enrol: @escaping Enrol) { self.enrol = enrol }
}

/// What persons and tokens are called, and whom they act for, by their ids.
package struct OpenerDirectory: Sendable {
    package typealias Names = @Sendable (Set<String>, borrowing Read) throws -> [String: Named]
    package typealias Named = (name: String, organisations: [OrganisationID])
    package let names: Names

    package init(names: @escaping Names) { self.names = names }
}

/// The organisations of the tenant and which of them are members.
package struct MemberDirectory: Sendable {
    package typealias Names = @Sendable (borrowing Read) throws -> [OrganisationID: OrganisationName]
    package typealias IsMember = @Sendable (OrganisationID, LocalDate, borrowing Read) throws -> Bool
    package let names: Names
    /// Whether the organisation is a member on that date.
    package let isMember: IsMember

    package init(names: @escaping Names, isMember: @escaping IsMember) {
        (self.names, self.isMember) = (names, isMember)
    }
}

/// What an organisation is called, in an address and to people.
package struct OrganisationName: Hashable, Sendable, Codable {
    package let slug: Slug
    package let name: String

    package init(slug: Slug, name: String) { (self.slug, self.name) = (slug, name) }
}

/// What the programme of a round's cohort says of those whom it takes in.
package struct IntakeDirectory: Sendable {
    /// By the cohort's slug.
    package typealias Terms = @Sendable (Slug, borrowing Read) throws -> IntakeTerms
    package let terms: Terms

    package init(terms: @escaping Terms) { self.terms = terms }
}
