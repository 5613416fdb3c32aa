import KohortCore
import KohortStore

/// The tokens that work, of one organisation, or all of them for the programme office; the newest first.
package struct TokenList: Query {
    package struct Line: Hashable, Sendable {
        package let token: APIToken
        package let role: InvitePerson.GrantedRole
    }

    package static let permission = Permission.readTokens
    package var scope: Scope { organisation.map { .organisation($0) } ?? .consortium }
    package let organisation: OrganisationID?

    package init(organisation: OrganisationID?) { self.organisation = organisation }

    package func fetch(in read: borrowing Read) throws -> [Line] {
        let tokens = try read.all(
            APIToken.self, "where revoked_at is null and expires_at > \(read.now) order by id desc")
        let grants = try read.all(
            Grant.self, "where holder in (select id from api_token) and (until_at is null or until_at > \(read.now))")
        let byHolder = Dictionary(grants.map { ($0.holder, $0) }) { first, _ in first }
        return tokens.compactMap { token in
            guard let grant = byHolder[token.id.description],
                organisation == nil || grant.scope.organisation == organisation
            else { return nil }
            return Line(token: token, role: InvitePerson.GrantedRole(grant.role, on: grant.scope))
        }
    }
}
