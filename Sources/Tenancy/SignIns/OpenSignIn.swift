import KohortCore
import KohortStore

/// What a browser brings to be signed in, made by the caller.
package struct NewSignIn: Hashable, Sendable, Codable {
    package let id: SignInID
    /// Of the secret that its cookie will hold.
    package let secretHash: String
    /// Of the secret that it held until now, which ends: a sign-in never outlives a rise of rights.
    package let replacing: String?
    /// What its owner tells it from others by.
    package let device: String

    package init(id: SignInID, secretHash: String, replacing: String? = nil, device: String = "") {
        (self.id, self.secretHash, self.replacing, self.device) = (id, secretHash, replacing, device)
    }
}

extension SignIn {
    /// Opens a sign-in for somebody who has shown who they are, by these means: every way in ends here, within a
    /// command that declares `SignedIn`. Throws `conflict("signin.too_weak")` where their roles ask for more, and where a
    /// first way in is no longer the first.
    package static func open(
        _ new: NewSignIn, for actor: Actor, by means: Means, in write: borrowing Write
    ) throws {
        let terms = try SignInTerms.of(actor, in: write.read)
        let hasOwnWay = try OwnWays.has(actor, in: write.read)
        guard terms.admit(means, hasOwnWay: hasOwnWay) else { throw Rejection.conflict("signin.too_weak") }
        if let replacing = new.replacing {
            try write.execute(
                "update sign_in set ended_at = \(write.now) where secret_hash = \(replacing) and ended_at is null")
        }
        try write.insert(SignIn(new, actor: actor, means: means, at: write.now, lasting: terms.absolute))
        try write.record(SignedIn(signIn: new.id, means: means))
    }
}

extension SignInTerms {
    /// By the roles that somebody holds now.
    static func of(_ actor: Actor, in read: borrowing Read) throws -> SignInTerms {
        guard case .person(let id) = actor else { return .others }
        return of(try Grant.current(of: id.description, in: read).map(\.role))
    }
}

/// Somebody signed in, by what; who it was is in the sign-in, not in the journal.
package struct SignedIn: Event {
    package static let name = "tenancy.signed_in"
    package let signIn: SignInID
    package let means: Means
    package var subject: Subject { Subject("sign_in", signIn) }
    package var audience: Audience { .internal }
}
