import KohortCore
import KohortStore

/// Who a browser's or a client's secret belongs to, with the roles they hold now.
package struct Identity: Hashable, Sendable {
    package let actor: Actor
    package let name: String?
    package let language: Language?
    package let roles: [InvitePerson.GrantedRole]
    /// Of a browser.
    package let signIn: SignIn?
    /// Of another system.
    package let token: APIToken?

    package init(
        actor: Actor, name: String?, language: Language?, roles: [InvitePerson.GrantedRole], signIn: SignIn? = nil,
        token: APIToken? = nil
    ) {
        (self.actor, self.name, self.language, self.roles) = (actor, name, language, roles)
        (self.signIn, self.token) = (signIn, token)
    }

    /// What is asked of a sign-in of theirs.
    package var terms: SignInTerms { SignInTerms.of(roles.map(\.role)) }

    /// Whether they have been let in to set up how they sign in from then on, and for nothing else.
    package var isSettingUp: Bool { signIn.map { $0.means.strength < terms.weakest } ?? false }

    /// The sign-in whose use is to be noted, where that has not been done a short while ago.
    package func unnoted(at now: Instant) -> SignInID? {
        signIn.flatMap { now >= $0.seenAt.adding(terms.noted) ? $0.id : nil }
    }

    /// The token whose use is to be noted.
    package func unnotedToken(at now: Instant) -> TokenID? {
        token.flatMap { token in token.usedAt.map { now >= $0.adding(APIToken.noted) } ?? true ? token.id : nil }
    }

    /// Whether they have only just shown who they are; who has yet to set up a way cannot show more than they did.
    package func isFresh(at now: Instant) -> Bool {
        isSettingUp || signIn.map { now < $0.startedAt.adding(SignInTerms.fresh) } ?? false
    }
}

/// Looks an identity up by the secret of a sign-in: one snapshot for sign-in, person and roles. A sign-in that has been
/// idle too long, is weaker than its holder's roles now ask for, or is older than their becoming staff, belongs to nobody:
/// where rights rise a new one is asked for (ASVS 5.0.0, 7.2.4).
package struct IdentityOfSignIn: Query {
    package static let permission = Permission.signIn
    package let scope = Scope.consortium
    package let secretHash: String

    package init(secretHash: String) { self.secretHash = secretHash }

    package func fetch(in read: borrowing Read) throws -> Identity? {
        guard let signIn = try SignIn.current(secretHash, in: read) else { return nil }
        guard let identity = try identity(of: signIn, in: read), identity.terms.admit(signIn, at: read.now),
            try identity.terms.open(to: signIn.actor, by: signIn.means, in: read)
        else { return nil }
        return identity
    }

    private func identity(of signIn: SignIn, in read: borrowing Read) throws -> Identity? {
        guard case .person(let id) = signIn.actor else {
            return Identity(actor: signIn.actor, name: nil, language: nil, roles: [], signIn: signIn)
        }
        let grants = try Grant.current(of: id.description, in: read)
        let isStaffSince = grants.filter(\.role.isStaff).map(\.fromAt).min()
        if let isStaffSince, signIn.startedAt < isStaffSince { return nil }
        let person = try read.first(Person.self, "where id = \(id)")
        return Identity(
            actor: signIn.actor, name: person?.name, language: person?.language,
            roles: grants.map { InvitePerson.GrantedRole($0.role, on: $0.scope) }, signIn: signIn)
    }
}

/// Looks an identity up by the secret of an API token.
package struct IdentityOfToken: Query {
    package static let permission = Permission.signIn
    package let scope = Scope.consortium
    package let secretHash: String

    package init(secretHash: String) { self.secretHash = secretHash }

    package func fetch(in read: borrowing Read) throws -> Identity? {
        guard let token = try APIToken.current(secretHash, in: read) else { return nil }
        return Identity(
            actor: .token(token.id), name: token.name, language: nil,
            roles: try Identity.roles(of: token.id.description, in: read), token: token)
    }
}

extension Identity {
    static func roles(of holder: String, in read: borrowing Read) throws -> [InvitePerson.GrantedRole] {
        try Grant.current(of: holder, in: read).map { InvitePerson.GrantedRole($0.role, on: $0.scope) }
    }
}
