import Delivery
import KohortCore
import KohortWeb
import Tenancy

extension Visit {
    /// The cohort that the address names.
    func cohort() throws -> CohortReference { .slug(try context.slug("cohort")) }

    /// Its id, by which commands name it.
    func cohortID() async throws -> CohortID {
        let slug = try context.slug("cohort")
        guard let cohort = try await fetch(CohortList()).first(where: { $0.slug == slug }) else {
            throw Rejection.notFound
        }
        return cohort.id
    }

    func trainee() throws -> TraineeID { try context.id("trainee") }
    func placement() throws -> PlacementID { try context.id("placement") }
    func gathering() throws -> GatheringID { try context.id("gathering") }

    /// An organisation that a body names by its slug: one that is not there is wrong there.
    func sentOrganisation(_ slug: String, _ field: String) throws(Rejection) -> OrganisationID {
        guard let entry = consortium.organisations.first(where: { $0.slug.text == slug }) else {
            throw .invalid(field, "choice.unknown")
        }
        return entry.id
    }

    /// What addresses and bodies call the tenant's organisations.
    var organisationSlugs: [OrganisationID: Slug] {
        Dictionary(uniqueKeysWithValues: consortium.organisations.map { ($0.id, $0.slug) })
    }
}

/// Somebody whom a body names.
struct SentContact: Decodable {
    static let members = Shape.members(["name": .text, "email": .string(format: "email")])
    static let optional = [Shape.Member(name: "language", schema: .choice(Language.self), isRequired: false)]
    static let shape = Shape.form(members + optional)

    private let name: String
    private let email: EmailAddress
    private let language: Language?

    func contact(in reader: Language) -> Contact { Contact(name: name, email: email, language: language ?? reader) }
}

/// An organisation that a body names by its slug.
struct NamedEmployer: Decodable {
    let employer: String
}

/// A day that a body names.
struct SentDay: Decodable {
    static let shape = Shape.form(["on": .date])
    let on: LocalDate
}
