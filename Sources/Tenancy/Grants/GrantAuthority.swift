import KohortCore
import KohortStore

/// Decides by the grants in the tenant's own database, in the transaction or snapshot of the deed.
package struct GrantAuthority: Sendable {
    /// The organisations that an object belongs to or is shown to.
    package typealias OrganisationsOf = @Sendable (Scope, borrowing Read) throws -> Set<OrganisationID>

    private let rights: RoleRights
    private let organisations: OrganisationsOf

    package init(_ rights: RoleRights, organisations: @escaping OrganisationsOf) {
        (self.rights, self.organisations) = (rights, organisations)
    }

    package var authority: Authority {
        Authority(
            decide: { actor, permission, scope, read in try decide(actor, permission, scope, read) },
            reach: { actor, permission, read in try reach(actor, permission, read) })
    }

    private func decide(
        _ actor: Actor, _ permission: Permission, _ scope: Scope, _ read: borrowing Read
    ) throws -> Decision {
        if rights.anyone.contains(permission) { return .allowed }
        switch actor {
        case .anonymous: return .forbidden
        case .operator: return rights.operator.contains(permission) ? .allowed : .forbidden
        case .system: return rights.system.contains(permission) ? .allowed : .forbidden
        case .applicant(let own):
            guard rights.applicant.contains(permission) else { return .forbidden }
            return scope == .candidacy(own) ? .allowed : .hidden
        case .person(let id): return try decide(holder: id.description, permission, scope, read)
        case .token(let id): return try decide(holder: id.description, permission, scope, read)
        }
    }

    private func decide(
        holder: String, _ permission: Permission, _ scope: Scope, _ read: borrowing Read
    ) throws -> Decision {
        switch try reach(holder: holder, permission, read) {
        case .all: return .allowed
        case .organisations(let granted):
            if granted.isEmpty { return .forbidden }
            if scope == .anywhere { return .allowed }
            if case .organisation(let one) = scope { return granted.contains(one) ? .allowed : .hidden }
            return try organisations(scope, read).isDisjoint(with: granted) ? .hidden : .allowed
        }
    }

    private func reach(_ actor: Actor, _ permission: Permission, _ read: borrowing Read) throws -> Reach {
        switch actor {
        case .operator: rights.operator.contains(permission) ? .all : .organisations([])
        case .system: rights.system.contains(permission) ? .all : .organisations([])
        case .person(let id): try reach(holder: id.description, permission, read)
        case .token(let id): try reach(holder: id.description, permission, read)
        case .anonymous, .applicant: .organisations([])
        }
    }

    private func reach(holder: String, _ permission: Permission, _ read: borrowing Read) throws -> Reach {
        let grants = try Grant.current(of: holder, in: read).filter {
            rights.roles[$0.role]?.contains(permission) ?? false
        }
        if grants.contains(where: { $0.scope == .consortium }) { return .all }
        return .organisations(Set(grants.compactMap(\.scope.id)))
    }
}
