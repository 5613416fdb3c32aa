import KohortCore
import KohortStore

/// Decides by the grants in the tenant's own database, in the transaction or snapshot of the deed.
package struct GrantAuthority: Sendable {
    /// What an object belongs to, so that a right granted there holds on it too.
    package struct Surroundings: Sendable {
        /// The organisations that it belongs to or is shown to.
        package let organisations: Set<OrganisationID>
        /// The trainees and placements that it is, or is a part or the whole of.
        package let objects: Set<Scope>

        package init(organisations: Set<OrganisationID> = [], objects: Set<Scope> = []) {
            (self.organisations, self.objects) = (organisations, objects)
        }
    }

    package typealias Surround = @Sendable (Scope, borrowing Read) throws -> Surroundings

    private let rights: RoleRights
    private let surround: Surround

    package init(_ rights: RoleRights, around surround: @escaping Surround = { _, _ in Surroundings() }) {
        (self.rights, self.surround) = (rights, surround)
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
        let granted = Set(try grants(holder, permission, read).map(\.scope))
        if granted.isEmpty { return .forbidden }
        if scope == .anywhere || granted.contains(.consortium) { return .allowed }
        if granted.contains(where: { $0.scope == scope }) { return .allowed }
        if case .organisation = scope { return .hidden }
        let around = try surround(scope, read)
        let reaches = granted.contains { grant in
            grant.organisation.map(around.organisations.contains) ?? around.objects.contains(grant.scope)
        }
        return reaches ? .allowed : .hidden
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
        let granted = try grants(holder, permission, read).map(\.scope)
        return granted.contains(.consortium) ? .all : .organisations(Set(granted.compactMap(\.organisation)))
    }

    private func grants(_ holder: String, _ permission: Permission, _ read: borrowing Read) throws -> [Grant] {
        let isPerson = if case .person = read.actor { true } else { false }
        if case .token(let id) = read.actor {
            let token = try read.kept(KeptToken(id: id))
            guard token?.scopes.cover(permission) ?? false else { return [] }
        }
        return try read.kept(KeptGrants(holder: holder)).filter { grant in
            grant.isHeld(at: read.now) && !(isPerson && grant.isTooWide)
                && rights.roles[grant.role]?.contains(permission) ?? false
        }
    }
}

/// All grants of a holder, whenever they are held.
private struct KeptGrants: Keepable {
    let holder: String
    func fetch(in read: borrowing Read) throws -> [Grant] { try Grant.all(of: holder, in: read) }
}

private struct KeptToken: Keepable {
    let id: TokenID
    func fetch(in read: borrowing Read) throws -> APIToken? { try read.first(APIToken.self, "where id = \(id)") }
}
