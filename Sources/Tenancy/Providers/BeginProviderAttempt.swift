import KohortCore
import KohortStore

extension Permission {
    /// What only the composition does, once it has proved who somebody is or that a browser is the one that asked.
    package static let proveIdentity = Permission("tenancy.identity.prove")
}

/// Notes that a browser is sent to a provider.
package struct BeginProviderAttempt: Command {
    package static let permission = Permission.proveIdentity
    package static let events: [any Event.Type] = []
    package var scope: Scope { .consortium }

    package let provider: Slug
    package let stateHash: String
    package let browserHash: String
    package let person: PersonID?
    package let isAgain: Bool

    package init(provider: Slug, stateHash: String, browserHash: String, person: PersonID?, isAgain: Bool) {
        (self.provider, self.stateHash) = (provider, stateHash)
        (self.browserHash, self.person, self.isAgain) = (browserHash, person, isAgain)
    }

    package func perform(in write: borrowing Write) throws -> Done {
        _ = try write.find(Provider.self, provider)
        try write.execute("delete from provider_attempt where expires_at <= \(write.now)")
        try write.insert(ProviderAttempt(self, at: write.now))
        return Done()
    }
}

/// Takes the attempt that an answer belongs to; it is spent by that, whatever comes of it. Nil for one that is unknown,
/// spent, too old, or another browser's or provider's.
package struct TakeProviderAttempt: Command {
    package static let permission = Permission.proveIdentity
    package static let events: [any Event.Type] = []
    package var scope: Scope { .consortium }

    package let provider: Slug
    package let stateHash: String
    package let browserHash: String

    package init(provider: Slug, stateHash: String, browserHash: String) {
        (self.provider, self.stateHash, self.browserHash) = (provider, stateHash, browserHash)
    }

    package struct Taken: Sendable, Codable, Hashable {
        /// Who wants to link what comes back; nil for somebody who wants in.
        package let person: PersonID?
        /// Whether it counts only if they signed in there since `beganAt`.
        package let isAgain: Bool
        package let beganAt: Instant
    }

    package func perform(in write: borrowing Write) throws -> Taken? {
        let attempt = try write.first(ProviderAttempt.self, "where state_hash = \(stateHash)")
        try write.execute("delete from provider_attempt where state_hash = \(stateHash)")
        guard let attempt, write.now < attempt.expiresAt, attempt.browserHash == browserHash,
            attempt.provider == provider
        else { return nil }
        return Taken(person: attempt.person, isAgain: attempt.isAgain, beganAt: attempt.beganAt)
    }
}

/// One provider as it is set, for the composition that calls it.
package struct ProviderOf: Query {
    package static let permission = Permission.proveIdentity
    package let scope = Scope.consortium
    package let slug: Slug

    package init(_ slug: Slug) { self.slug = slug }

    package func fetch(in read: borrowing Read) throws -> Provider { try read.find(Provider.self, slug) }
}
