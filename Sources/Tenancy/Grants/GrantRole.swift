import KohortCore
import KohortStore

extension Grant {
    /// Gives a role unless the holder has just that one already; answers whether it was new.
    static func give(
        _ role: Role, on scope: GrantScope, to holder: String, until untilAt: Instant?, in write: borrowing Write
    ) throws -> Bool {
        let current = try current(of: holder, in: write.read)
        if current.contains(where: { $0.role == role && $0.scope == scope && $0.untilAt == untilAt }) { return false }
        try write.insert(
            Grant(
                id: .new(at: write.now), holder: holder, role: role, scope: scope, fromAt: write.now, untilAt: untilAt))
        return true
    }
}

/// A person was given a role.
package struct RoleGranted: Event {
    package static let name = "tenancy.role.granted"
    package let person: PersonID
    package let role: Role
    package let organisation: OrganisationID?
    package let trainee: TraineeID?
    package let placement: PlacementID?
    package var subject: Subject { Subject("person", person) }
    package var audience: Audience { organisation.map { .organisation($0) } ?? .consortium }

    init(person: PersonID, role: Role, on scope: GrantScope) {
        (self.person, self.role, organisation) = (person, role, scope.organisation)
        (trainee, placement) = (scope.trainee, scope.placement)
    }
}

/// A role that a person was given has ended.
package struct RoleEnded: Event {
    package static let name = "tenancy.role.ended"
    package let person: PersonID
    package let role: Role
    package let organisation: OrganisationID?
    package let trainee: TraineeID?
    package let placement: PlacementID?
    package var subject: Subject { Subject("person", person) }
    package var audience: Audience { organisation.map { .organisation($0) } ?? .consortium }

    init(person: PersonID, role: Role, on scope: GrantScope) {
        (self.person, self.role, organisation) = (person, role, scope.organisation)
        (trainee, placement) = (scope.trainee, scope.placement)
    }
}

extension GrantScope {
    fileprivate var trainee: TraineeID? {
        if case .trainee(let id) = self { id } else { nil }
    }

    fileprivate var placement: PlacementID? {
        if case .placement(let id) = self { id } else { nil }
    }
}
