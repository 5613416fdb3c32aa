import KohortCore
import KohortStore

extension Grant {
    /// Gives a role unless the holder has just that one already; answers whether it was new.
    static func give(
        _ role: Role, on scope: GrantScope, to holder: String, from fromAt: Instant? = nil, until untilAt: Instant?,
        in write: borrowing Write
    ) throws -> Bool {
        let fromAt = fromAt ?? write.now
        let known = try open(of: holder, in: write.read).filter { $0.fromAt <= fromAt }
        if known.contains(where: { $0.role == role && $0.scope == scope && $0.untilAt == untilAt }) { return false }
        try write.insert(
            Grant(
                id: .new(at: write.now), holder: holder, role: role, scope: scope, fromAt: fromAt, untilAt: untilAt))
        return true
    }
}

/// A person was given a role.
package struct RoleGranted: Event {
    package static let name = "tenancy.role.granted"
    package let person: PersonID
    package let role: Role
    package let organisation: OrganisationID?
    package var subject: Subject { Subject("person", person) }
    package var audience: Audience { organisation.map { .organisation($0) } ?? .consortium }
}
