import KohortCore
import KohortStore
import Recruitment
import Tenancy

extension Composition {
    /// What makes a tenant's database a tenant's store.
    static let tenant = Composition(
        schema: .tenant,
        authority: GrantAuthority(.kohort, organisations: organisations).authority,
        reactions: .kohort, ports: .kohort)

    static let registry = Composition(
        schema: .registry, authority: GrantAuthority(.registry, organisations: { _, _ in [] }).authority)

    private static let organisations: GrantAuthority.OrganisationsOf = { scope, read in
        switch scope {
        case .candidacy(let id): try CandidacyVisibility.organisations(of: id, read)
        case .round(let id): try CandidacyVisibility.organisations(in: id, read)
        default: []
        }
    }
}
