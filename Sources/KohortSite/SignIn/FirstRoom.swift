import KohortCore
import Tenancy

/// Where somebody begins, by the roles they hold.
enum FirstRoom {
    static func path(of identity: Identity, in consortium: Consortium) -> String {
        if case .applicant(let candidacy) = identity.actor { return "/candidacies/\(candidacy)" }
        return identity.isSettingUp ? SetUp.path : path(of: identity.roles, in: consortium)
    }

    static func path(of roles: [InvitePerson.GrantedRole], in consortium: Consortium) -> String {
        if roles.contains(where: { $0.role == .lead }) { return "/staff" }
        if roles.contains(where: { $0.role == .committee }) { return "/report" }
        let employers = roles.compactMap { granted in
            granted.role == .coordinator
                ? consortium.organisations.first { granted.scope == .organisation($0.id) } : nil
        }
        if let employer = employers.first { return "/employer/\(employer.slug)" }
        let payers = roles.compactMap { granted in
            granted.role == .finance ? consortium.organisations.first { granted.scope == .organisation($0.id) } : nil
        }
        if let payer = payers.first { return "/employer/\(payer.slug)/invoices" }
        let isNamed = roles.contains { [.trainee, .mentor, .supervisor].contains($0.role) }
        return isNamed ? "/me" : ""
    }
}
