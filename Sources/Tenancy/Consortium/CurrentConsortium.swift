import KohortCore
import KohortStore

extension Permission {
    package static let readConsortium = Permission("tenancy.consortium.read")
}

/// What every page needs to know of its tenant.
package struct Consortium: Sendable {
    package let profile: ConsortiumProfile
    /// In the alphabetical order of the consortium's own language.
    package let organisations: [OrganisationEntry]
}

/// An organisation's names.
package struct OrganisationEntry: Hashable, Sendable {
    package let id: OrganisationID
    package let slug: Slug
    package let name: LocalizedText
    package let kind: OrganisationKind

    init(_ organisation: Organisation) {
        (id, slug, kind) = (organisation.id, organisation.slug, organisation.kind)
        name = organisation.definition.name
    }
}

/// The tenant's own name, languages, settings and organisations.
package struct CurrentConsortium: KeptQuery {
    package static let permission = Permission.readConsortium
    package let scope = Scope.consortium

    package init() {}

    package func fetch(in read: borrowing Read) throws -> Consortium {
        let profile = try read.first("select profile from consortium") {
            try $0[0] as KeptJSON<ConsortiumProfile>
        }
        guard let profile else { throw Rejection.notFound }
        let organisations = try read.all(Organisation.self, "order by slug").map(OrganisationEntry.init)
        let language = profile.value.ownLanguage
        return Consortium(
            profile: profile.value,
            organisations: organisations.sorted { ($0.name.text(in: language).alphabetical, $0.slug) })
    }
}

/// An organisation's id by its slug; nil when there is none.
package struct OrganisationOfSlug: Query {
    package static let permission = Permission.readConsortium
    package let scope = Scope.consortium
    package let slug: Slug

    package init(_ slug: Slug) { self.slug = slug }

    package func fetch(in read: borrowing Read) throws -> OrganisationID? {
        try read.first("select id from organisation where slug = \(slug)") { try $0[0] as OrganisationID }
    }
}

enum ConsortiumTable {
    static let migration = Migration(
        "consortium",
        ["create table consortium (id \(.text) primary key, profile \(.text) not null)"])
}
