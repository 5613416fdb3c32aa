import Hummingbird
import KohortStore
import KohortWeb
import Tenancy

extension Site {
    /// People, roles and sign-ins.
    var accessRoutes: [Route] { officeAccessRoutes + employerAccessRoutes + ownSignInRoutes }

    private var officeAccessRoutes: [Route] {
        let people = "/{tenant}/staff/people"
        return [
            page(.get, people, .query(PeopleWithRoles.name)) { try await RolesDesk.show($0, AccessRoom($1)) },
            page(.post, people, .command(InviteToRole.name)) { try await RolesDesk.invite($0, AccessRoom($1)) },
            page(.post, "/{tenant}/staff/roles/{place}/{grant}/ending", .command(EndGrant.name)) {
                try await RolesDesk.end($0, AccessRoom($1))
            },
            page(.post, "\(people)/{person}/{place}/invitation", .command(InviteAgain.name)) {
                try await RolesDesk.inviteAgain($0, AccessRoom($1))
            },
            page(.get, "/{tenant}/staff/tokens", .query(TokenList.name)) {
                try await TokenDesk.show($0, AccessRoom($1))
            },
            page(.post, "/{tenant}/staff/tokens", .command(CreateToken.name)) {
                try await TokenDesk.make($0, AccessRoom($1))
            },
            page(.post, "/{tenant}/staff/tokens/{place}/{token}/revocation", .command(RevokeToken.name)) {
                try await TokenDesk.revoke($0, AccessRoom($1))
            },
            page(.post, "\(people)/{person}/sign-outs", .command(EndSignIns.name)) {
                try await RolesDesk.signOut($0, AccessRoom($1))
            },
        ]
    }

    private var employerAccessRoutes: [Route] {
        [
            room(.get, "/people", .query(PeopleWithRoles.name)) { try await RolesDesk.show($0, AccessRoom($1)) },
            room(.post, "/people", .command(InviteToRole.name)) { try await RolesDesk.invite($0, AccessRoom($1)) },
            room(.post, "/roles/{grant}/ending", .command(EndGrant.name)) {
                try await RolesDesk.end($0, AccessRoom($1))
            },
            room(.get, "/tokens", .query(TokenList.name)) { try await TokenDesk.show($0, AccessRoom($1)) },
            room(.post, "/tokens", .command(CreateToken.name)) { try await TokenDesk.make($0, AccessRoom($1)) },
            room(.post, "/tokens/{token}/revocation", .command(RevokeToken.name)) {
                try await TokenDesk.revoke($0, AccessRoom($1))
            },
            room(.post, "/people/{person}/invitation", .command(InviteAgain.name)) {
                try await RolesDesk.inviteAgain($0, AccessRoom($1))
            },
        ]
    }

    private var ownSignInRoutes: [Route] {
        let own = "/{tenant}/me/sign-ins"
        return [
            page(.get, own, .query(OwnSignIns.name), OwnSignInDesk.show),
            page(.post, "\(own)/endings", .command(EndOtherSignIns.name), OwnSignInDesk.endOthers),
            page(.post, "\(own)/{signIn}/ending", .command(EndOwnSignIn.name), OwnSignInDesk.end),
        ]
    }
}
