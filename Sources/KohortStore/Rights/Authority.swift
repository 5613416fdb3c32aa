import KohortCore

/// What the authority answers to actor × permission × scope.
package enum Decision: Hashable, Sendable {
    case allowed
    /// The actor may do this, but not to this object, of which it must not learn whether it exists.
    case hidden
    /// Nobody with this actor's roles may do this.
    case forbidden
}

/// Who may do what on which object; asked inside the same transaction or snapshot as the deed. Deny is the default.
package struct Authority: Sendable {
    package typealias Decide = @Sendable (Actor, Permission, Scope, borrowing Read) throws -> Decision
    package typealias ReachOf = @Sendable (Actor, Permission, borrowing Read) throws -> Reach

    let decide: Decide
    let reach: ReachOf

    package init(decide: @escaping Decide, reach: @escaping ReachOf) { (self.decide, self.reach) = (decide, reach) }

    func check(_ permission: Permission, _ scope: Scope, _ read: borrowing Read) throws {
        switch try decide(read.actor, permission, scope, read) {
        case .allowed: return
        case .hidden: throw Rejection.notFound
        case .forbidden: throw Rejection.forbidden
        }
    }
}
