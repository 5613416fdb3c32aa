import KohortCore

/// A person has a role on a trainee or a placement, because another module named them to it.
package struct RoleGiven: Event, Hashable {
    package static let name = "tenancy.role.given"
    package let person: PersonID
    package let role: Role
    package let scope: GrantScope
    package var subject: Subject { Subject("person", person) }
    package var audience: Audience { .consortium }

    init(person: PersonID, role: Role, on scope: GrantScope) {
        (self.person, self.role, self.scope) = (person, role, scope)
    }
}

/// A role that was given so has ended.
package struct RoleEnded: Event, Hashable {
    package static let name = "tenancy.role.ended"
    package let person: PersonID
    package let role: Role
    package let scope: GrantScope
    package var subject: Subject { Subject("person", person) }
    package var audience: Audience { .consortium }

    init(person: PersonID, role: Role, on scope: GrantScope) {
        (self.person, self.role, self.scope) = (person, role, scope)
    }
}
