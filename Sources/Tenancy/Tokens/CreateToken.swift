import KohortCore
import KohortStore

extension Permission {
    package static let createToken = Permission("tenancy.token.create")
    package static let readTokens = Permission("tenancy.token.read")
    package static let revokeToken = Permission("tenancy.token.revoke")
}

/// Makes an API token with one role, narrowed to some scopes. Its secret is made by the caller, shown once, and stored
/// only as a hash. Nobody makes a token that could do more than reading or than they can do themselves.
package struct CreateToken: Command {
    package static let permission = Permission.createToken
    package static let events: [any Event.Type] = [TokenCreated.self]
    package var scope: Scope { role.scope.scope }
    package static let longestDays = 366

    package let id: TokenID
    package let name: String
    package let role: InvitePerson.GrantedRole
    package let scopes: [TokenScope]
    package let secretHash: String
    package let days: Int

    package init(
        id: TokenID, name: String, role: InvitePerson.GrantedRole, scopes: [TokenScope] = [], secretHash: String,
        days: Int
    ) {
        (self.id, self.name, self.role, self.scopes) = (id, name, role, scopes)
        (self.secretHash, self.days) = (secretHash, days)
    }

    package func perform(in write: borrowing Write) throws -> Done {
        try checkRole(in: write.read)
        var problems: [FieldProblem] = []
        let name = WrittenText.line(name, field: "name", problems: &problems)
        if !(1...Self.longestDays).contains(days) {
            problems.append(FieldProblem("days", "number.range", ["from": "1", "to": String(Self.longestDays)]))
        }
        if let problem = role.problem { problems.append(problem) }
        try problems.throwIfAny()
        let expiresAt = write.now.adding(days: days)
        try write.insert(
            APIToken(
                id: id, secretHash: secretHash, name: name, scopes: scopes, createdAt: write.now,
                expiresAt: expiresAt))
        _ = try Grant.give(role.role, on: role.scope, to: id.description, until: expiresAt, in: write)
        try write.record(TokenCreated(token: id, role: role.role, organisation: role.scope.organisation))
        return Done()
    }

    private func checkRole(in read: borrowing Read) throws {
        if role.role == .integration { return }
        if case .person(let id) = read.actor {
            let own = try Grant.current(of: id.description, in: read)
            let holds = own.contains { $0.role == role.role && $0.scope == role.scope }
            if !holds { throw Rejection.forbidden }
        }
    }
}

package struct TokenCreated: Event {
    package static let name = "tenancy.token.created"
    package let token: TokenID
    package let role: Role
    package let organisation: OrganisationID?
    package var subject: Subject { Subject("token", token) }
    package var audience: Audience { .internal }
}
