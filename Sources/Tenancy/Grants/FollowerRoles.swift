import KohortCore
import KohortStore

extension Permission {
    /// Of commands that only reactions perform.
    package static let keepRoles = Permission("tenancy.role.keep")
}

/// Gives a person a role on a trainee or a placement, because another module named them to it.
package struct GiveRole: Command {
    package static let permission = Permission.keepRoles
    package static let events: [any Event.Type] = [RoleGiven.self]
    package var scope: Scope { granted.scope.scope }
    package let person: PersonID
    package let granted: InvitePerson.GrantedRole

    package init(_ role: Role, on scope: GrantScope, to person: PersonID) {
        (self.person, granted) = (person, InvitePerson.GrantedRole(role, on: scope))
    }

    package func perform(in write: borrowing Write) throws -> Done {
        if try Grant.give(granted.role, on: granted.scope, to: person.description, until: nil, in: write) {
            try write.record(RoleGiven(person: person, role: granted.role, on: granted.scope))
        }
        return Done()
    }
}

/// Ends a role that was given so; it acts on the next request. One that is not held changes nothing.
package struct EndRole: Command {
    package static let permission = Permission.keepRoles
    package static let events: [any Event.Type] = [RoleEnded.self]
    package var scope: Scope { ended.scope.scope }
    package let person: PersonID
    package let ended: InvitePerson.GrantedRole

    package init(_ role: Role, on scope: GrantScope, of person: PersonID) {
        (self.person, ended) = (person, InvitePerson.GrantedRole(role, on: scope))
    }

    package func perform(in write: borrowing Write) throws -> Done {
        let count = try write.execute(
            """
            update role_grant set until_at = \(write.now) where holder = \(person) and role = \(ended.role)
                and scope_kind = \(ended.scope.kind) and scope_id = \(ended.scope.id) and until_at is null
            """)
        if count > 0 { try write.record(RoleEnded(person: person, role: ended.role, on: ended.scope)) }
        return Done()
    }
}
