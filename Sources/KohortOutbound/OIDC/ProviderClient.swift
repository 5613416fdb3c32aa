import KohortCore

/// What this installation is to one provider: all that a sign-in by it needs.
package struct ProviderClient: Hashable, Sendable {
    /// Which claims say who somebody is.
    package enum Identity: Sendable {
        /// Issuer and subject, as the standard has it.
        case subject
        /// Entra ID's directory and object (`tid`, `oid`), since its subjects differ from application to application.
        case directoryObject
    }

    /// Exactly as the provider writes it.
    package let issuer: String
    package let clientID: String
    /// Nil for a client without one.
    package let secret: String?
    /// Where the browser comes back to: an address of this provider's own, so that no answer is taken for another's.
    package let redirect: String
    /// The levels of assurance that are enough; any is where it is empty.
    package let acr: [String]
    package let identity: Identity

    package init(
        issuer: String, clientID: String, secret: String?, redirect: String, acr: [String], identity: Identity
    ) {
        (self.issuer, self.clientID, self.secret) = (issuer, clientID, secret)
        (self.redirect, self.acr, self.identity) = (redirect, acr, identity)
    }

    /// Entra ID puts the object's id in a token only when the profile is asked for.
    var scope: String { identity == .directoryObject ? "openid profile" : "openid" }
}

/// What ties an answer to the browser and the moment that asked for it (RFC 7636, OpenID Connect Core 3.1.2.1).
package struct ProviderTies: Hashable, Sendable {
    package let state: String
    package let nonce: String
    /// The proof key whose SHA-256 goes along with the question.
    package let verifier: String

    package init(state: String, nonce: String, verifier: String) {
        (self.state, self.nonce, self.verifier) = (state, nonce, verifier)
    }
}

/// How a provider is asked.
package struct ProviderQuestion: Hashable, Sendable {
    package let language: Language
    /// Whether it is to let nobody pass who does not sign in there now, whoever did so earlier.
    package let isAgain: Bool

    package init(in language: Language, isAgain: Bool) { (self.language, self.isAgain) = (language, isAgain) }
}

/// Since when somebody must have signed in at the provider to be present.
package struct ProviderPresence: Hashable, Sendable {
    package let since: Instant
    /// Whether an answer without it is refused; otherwise it is only told.
    package let isRequired: Bool

    package init(since: Instant, isRequired: Bool) { (self.since, self.isRequired) = (since, isRequired) }
}

/// What a provider's answer brought back with the browser.
package struct ProviderAnswer: Hashable, Sendable {
    package let code: String
    /// Who says to have answered (RFC 9207).
    package let issuer: String?

    package init(code: String, issuer: String?) { (self.code, self.issuer) = (code, issuer) }
}

/// Whom a provider vouches for: the only key of an account, never an address.
package struct ProvenIdentity: Hashable, Sendable {
    package let issuer: String
    package let subject: String
    /// The subject as its token has it, where an account goes by other claims.
    package let named: String
    /// What the provider calls its own session; nil where it does not say.
    package let session: String?
    /// Whether they signed in there since the attempt began.
    package let isPresent: Bool

    package init(issuer: String, subject: String, named: String, session: String?, isPresent: Bool) {
        (self.issuer, self.subject, self.named) = (issuer, subject, named)
        (self.session, self.isPresent) = (session, isPresent)
    }
}

/// That somebody has signed out at a provider, by its own word: all of a subject's sessions there, or one.
package struct ProviderEnding: Hashable, Sendable {
    package let issuer: String
    /// One of both is there at least.
    package let subject: String?
    package let session: String?
    /// What the provider tells the token from its others by.
    package let token: String
    /// The token is not taken at that time any more.
    package let until: Instant
}
