import KohortCore
import KohortStore

/// Spends a one-time link and starts a sign-in. A link that is unknown, spent or too old is simply gone.
package struct UseSignInLink: Command {
    package static let permission = Permission.signIn
    package static let events: [any Event.Type] = [SignedIn.self]
    package var scope: Scope { .consortium }
    /// Staff stay signed in for a working day at most (ASVS 7.3.2).
    static let lasting = Duration.seconds(12 * 60 * 60)

    package let linkHash: String
    package let id: SignInID
    package let secretHash: String

    package init(linkHash: String, id: SignInID, secretHash: String) {
        (self.linkHash, self.id, self.secretHash) = (linkHash, id, secretHash)
    }

    package func perform(in write: borrowing Write) throws -> PersonID {
        guard
            let link = try write.first(
                SignInLink.self,
                "where secret_hash = \(linkHash) and used_at is null and expires_at > \(write.now)")
        else { throw Rejection.gone }
        try write.execute("update sign_in_link set used_at = \(write.now) where secret_hash = \(linkHash)")
        try write.insert(
            SignIn(
                id: id, secretHash: secretHash, actor: .person(link.person), startedAt: write.now,
                lasting: Self.lasting))
        try write.record(SignedIn(signIn: id))
        return link.person
    }
}

/// Starts a sign-in of somebody who has shown a candidacy's private link; the caller has checked the link.
package struct SignInAsApplicant: Command {
    package static let permission = Permission.signInAsApplicant
    package static let events: [any Event.Type] = [SignedIn.self]
    package var scope: Scope { .candidacy(candidacy) }
    static let lasting = Duration.seconds(7 * 24 * 60 * 60)

    package let candidacy: CandidacyID
    package let id: SignInID
    package let secretHash: String

    package init(candidacy: CandidacyID, id: SignInID, secretHash: String) {
        (self.candidacy, self.id, self.secretHash) = (candidacy, id, secretHash)
    }

    package func perform(in write: borrowing Write) throws -> Done {
        try write.insert(
            SignIn(
                id: id, secretHash: secretHash, actor: .applicant(candidacy), startedAt: write.now,
                lasting: Self.lasting))
        try write.record(SignedIn(signIn: id))
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

/// Somebody signed in; who it was is in the sign-in, not in the journal.
package struct SignedIn: Event {
    package static let name = "tenancy.signed_in"
    package let signIn: SignInID
    package var subject: Subject { Subject("sign_in", signIn) }
    package var audience: Audience { .internal }
}
