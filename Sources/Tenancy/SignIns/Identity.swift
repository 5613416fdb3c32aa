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
        isSettingUp || signIn.map { $0.means.showsPresence && now < $0.startedAt.adding(SignInTerms.fresh) } ?? false
    }
}
