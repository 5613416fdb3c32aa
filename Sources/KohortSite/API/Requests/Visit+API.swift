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

    /// The number of the last line that is known. Throws `badRequest("page.after")`.
    func after() throws(WebProblem) -> Int64? {
        guard let text = self["after"] else { return nil }
        guard text.utf8.allSatisfy(\.isDigit), let number = Int64(text)
        else { throw .badRequest("page.after") }
        return number
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

    /// The employer that the address names, for who decides for it: what it thinks of candidates is nobody else's.
    func ownEmployer() throws -> OrganisationEntry {
        let own = identity.roles.filter { $0.role == .coordinator }
        if own.isEmpty { throw Rejection.forbidden }
        let employer = try employer()
        guard own.contains(where: { $0.reaches(employer.id) }) else { throw Rejection.notFound }
        return employer
    }

    /// The id that commands name a round by.
    func roundID(_ slug: Slug) async throws -> RoundID {
        guard let round = try await fetch(RoundList()).first(where: { $0.slug == slug }) else {
            throw Rejection.notFound
        }
        return round.id
    }

    /// The round that the address names.
    func addressedRound() async throws -> RoundID { try await roundID(try context.slug("round")) }

    /// The round that a body names: one that is not there is wrong there, and not an address that leads nowhere.
    func sentRound(_ slug: String) async throws -> RoundID {
        guard let round = try await fetch(RoundList()).first(where: { $0.slug.text == slug }) else {
            throw Rejection.invalid("round", "choice.unknown")
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
