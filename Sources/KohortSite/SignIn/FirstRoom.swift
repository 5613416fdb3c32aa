import KohortCore
import Tenancy

/// Where somebody begins, by the roles they hold.
enum FirstRoom {
    static func path(of identity: Identity, in consortium: Consortium) -> String {
        if case .applicant(let candidacy) = identity.actor { return "/candidacies/\(candidacy)" }
        return identity.isSettingUp ? SetUp.path : path(of: identity.roles, in: consortium)
    }

    static func path(of roles: [InvitePerson.GrantedRole], in consortium: Consortium) -> String {
        RoleRoom.all(of: roles, in: consortium).first?.path ?? ""
    }
}
