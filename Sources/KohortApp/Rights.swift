import Delivery
import KohortCore
import KohortStore
import Recruitment
import Tenancy

extension Composition {
    /// What makes a tenant's database a tenant's store.
    static let tenant = Composition(
        schema: .tenant,
        authority: GrantAuthority(.kohort, around: surroundings).authority,
        reactions: .kohort, ports: .kohort)

    static let registry = Composition(
        schema: .registry, authority: GrantAuthority(.registry).authority)

    private static let surroundings: GrantAuthority.Surround = { scope, read in
        GrantAuthority.Surroundings(
            organisations: try organisations(of: scope, read),
            objects: try TraineeVisibility.objects(around: scope, read))
    }

    private static func organisations(of scope: Scope, _ read: borrowing Read) throws -> Set<OrganisationID> {
        switch scope {
        case .candidacy(let id): try CandidacyVisibility.organisations(of: id, read)
        case .round(let id): try CandidacyVisibility.organisations(in: id, read)
        case .trainee(let id): try TraineeVisibility.organisations(of: id, read)
        case .placement(let id): try TraineeVisibility.organisations(of: id, read)
        case .consortium, .organisation, .unit, .anywhere: []
        }
    }
}
