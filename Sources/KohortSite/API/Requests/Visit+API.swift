import KohortCore
import KohortStore
import KohortWeb
import Recruitment
import Tenancy

extension Parameter {
    static let round = Parameter("round", .slug, "The slug of a round", isRequired: true)
}

extension QueryParameters {
    /// A key that must be there and be a slug; one of another form names nothing, hence `notFound`.
    func slug(_ name: String) throws -> Slug {
        guard let text = self[name], !text.isEmpty else { throw Rejection.invalid(name, "text.required") }
        do { return try Slug(text) } catch { throw Rejection.notFound }
    }
}

extension Visit {
    /// The employer that the address names.
    func employer() throws -> OrganisationEntry {
        let slug = try context.slug("employer")
        guard let employer = consortium.organisations.first(where: { $0.slug == slug }) else {
            throw Rejection.notFound
        }
        return employer
    }

    /// The id that a command names a round by.
    func roundID(_ slug: Slug) async throws -> RoundID {
        guard let round = try await fetch(RoundList()).first(where: { $0.slug == slug }) else {
            throw Rejection.notFound
        }
        return round.id
    }

    /// What an organisation of the tenant is called, to this reader.
    func organisationName(_ id: OrganisationID) throws -> OrganisationName {
        guard let entry = consortium.organisations.first(where: { $0.id == id }) else {
            throw StoreFault.unreadable("organisation \(id)")
        }
        return OrganisationName(slug: entry.slug, name: entry.name.text(in: language))
    }
}

extension JSONWriter {
    mutating func organisation(_ id: OrganisationID, _ name: OrganisationName) {
        object { json in
            json.member("id", id)
            json.member("slug", name.slug)
            json.member("name", name.name)
        }
    }
}
