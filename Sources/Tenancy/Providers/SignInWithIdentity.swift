import KohortCore
import KohortStore

/// Starts a sign-in of the person whom an identity is linked to. The caller has proved the identity.
package struct SignInWithIdentity: Command {
    package static let permission = Permission.proveIdentity
    package static let events: [any Event.Type] = [SignedIn.self]
    package var scope: Scope { .consortium }

    package let provider: Slug
    package let issuer: String
    package let subject: String
    /// What the provider will say is over when it is.
    package let there: ProviderSession.Name
    /// Whether they signed in at the provider just now.
    package let isPresent: Bool
    package let new: NewSignIn

    package init(
        provider: Slug, issuer: String, subject: String, there: ProviderSession.Name, isPresent: Bool, new: NewSignIn
    ) {
        (self.provider, self.issuer, self.subject) = (provider, issuer, subject)
        (self.there, self.isPresent, self.new) = (there, isPresent, new)
    }

    package func perform(in write: borrowing Write) throws -> PersonID {
        let provider = try write.find(Provider.self, provider)
        guard let linked = try LinkedIdentity.known(issuer, subject, in: write.read) else {
            throw Rejection.conflict("provider.not_linked")
        }
        guard provider.opens(try UserKind.all(of: linked.person, in: write.read)) else {
            throw Rejection.conflict("provider.not_for_you")
        }
        try write.execute("update linked_identity set used_at = \(write.now) where id = \(linked.id)")
        try SignIn.open(new, for: .person(linked.person), by: isPresent ? .providerAnew : .provider, in: write)
        try write.insert(ProviderSession(of: new.id, issuer: issuer, there))
        return linked.person
    }
}
