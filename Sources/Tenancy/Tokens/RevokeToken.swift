import KohortCore
import KohortStore

/// Ends a token, from its next request on.
package struct RevokeToken: Command {
    package static let permission = Permission.revokeToken
    package static let events: [any Event.Type] = [TokenRevoked.self]
    package var scope: Scope { held.scope }
    package let token: TokenID
    /// What its role is on; a token of elsewhere is not found.
    package let held: GrantScope

    package init(token: TokenID, on held: GrantScope) { (self.token, self.held) = (token, held) }

    package func perform(in write: borrowing Write) throws -> Done {
        let token = try write.find(APIToken.self, token)
        let grants = try Grant.open(of: token.id.description, in: write.read)
        guard token.revokedAt == nil, grants.contains(where: { $0.scope == held }) else { throw Rejection.notFound }
        try write.execute("update api_token set revoked_at = \(write.now) where id = \(token.id)")
        try write.record(TokenRevoked(token: token.id, organisation: held.organisation))
        return Done()
    }
}

package struct TokenRevoked: Event {
    package static let name = "tenancy.token.revoked"
    package let token: TokenID
    package let organisation: OrganisationID?
    package var subject: Subject { Subject("token", token) }
    package var audience: Audience { .internal }
}

/// Notes that a token was used.
package struct NoteTokenUse: Command {
    package static let permission = Permission.signIn
    package static let events: [any Event.Type] = []
    package var scope: Scope { .consortium }
    package let token: TokenID

    package init(token: TokenID) { self.token = token }

    package func perform(in write: borrowing Write) throws -> Done {
        try write.execute("update api_token set used_at = \(write.now) where id = \(token)")
        return Done()
    }
}
