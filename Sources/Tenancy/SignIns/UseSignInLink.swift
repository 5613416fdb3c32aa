import KohortCore
import KohortStore

/// Spends a one-time link and opens a sign-in. A link that is unknown, spent or too old is simply gone; one that was
/// asked for in another browser is refused with `signin.other_browser` and stays unspent.
package struct UseSignInLink: Command {
    package static let permission = Permission.signIn
    package static let events: [any Event.Type] = [SignedIn.self]
    package var scope: Scope { .consortium }

    package let linkHash: String
    /// Of the secret that a browser gets when it asks for a link.
    package let browserHash: String?
    package let new: NewSignIn

    package init(linkHash: String, browserHash: String? = nil, new: NewSignIn) {
        (self.linkHash, self.browserHash, self.new) = (linkHash, browserHash, new)
    }

    package func perform(in write: borrowing Write) throws -> Actor {
        guard
            let link = try write.first(
                SignInLink.self,
                "where secret_hash = \(linkHash) and used_at is null and expires_at > \(write.now)")
        else { throw Rejection.gone }
        if let bound = link.browserHash, bound != browserHash { throw Rejection.conflict("signin.other_browser") }
        try write.execute("update sign_in_link set used_at = \(write.now) where secret_hash = \(linkHash)")
        try SignIn.open(new, for: link.actor, by: link.kind.means, in: write)
        return link.actor
    }
}

/// Opens a sign-in of somebody who has just sent an application; the caller has checked that it was theirs.
package struct SignInAsApplicant: Command {
    package static let permission = Permission.signInAsApplicant
    package static let events: [any Event.Type] = [SignedIn.self]
    package var scope: Scope { .candidacy(candidacy) }
    package let candidacy: CandidacyID
    package let new: NewSignIn

    package init(candidacy: CandidacyID, new: NewSignIn) { (self.candidacy, self.new) = (candidacy, new) }

    package func perform(in write: borrowing Write) throws -> Done {
        try SignIn.open(new, for: .applicant(candidacy), by: .application, in: write)
        return Done()
    }
}

/// Ends a sign-in, from the next request on.
package struct SignOut: Command {
    package static let permission = Permission.signIn
    package static let events: [any Event.Type] = []
    package var scope: Scope { .consortium }
    package let secretHash: String

    package init(secretHash: String) { self.secretHash = secretHash }

    package func perform(in write: borrowing Write) throws -> Done {
        try write.execute(
            "update sign_in set ended_at = \(write.now) where secret_hash = \(secretHash) and ended_at is null")
        return Done()
    }
}
