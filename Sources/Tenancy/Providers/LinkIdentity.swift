import KohortCore
import KohortStore

extension Permission {
    /// One's own ways in; whoever is signed in has them.
    package static let keepOwnWays = Permission("tenancy.identity.own")
}

/// Lets the person who is signed in come in by an identity from now on. The caller has proved that it is theirs.
package struct LinkIdentity: Command {
    package static let permission = Permission.keepOwnWays
    package static let events: [any Event.Type] = [IdentityLinked.self]
    package var scope: Scope { .consortium }
    static let most = 10

    package let id: LinkedIdentityID
    package let provider: Slug
    package let issuer: String
    package let subject: String

    package init(id: LinkedIdentityID, provider: Slug, issuer: String, subject: String) {
        (self.id, self.provider, self.issuer, self.subject) = (id, provider, issuer, subject)
    }

    package func perform(in write: borrowing Write) throws -> Done {
        guard case .person(let person) = write.actor else { throw Rejection.forbidden }
        let provider = try write.find(Provider.self, provider)
        guard provider.opens(try UserKind.all(of: person, in: write.read)) else {
            throw Rejection.conflict("provider.not_for_you")
        }
        if let known = try LinkedIdentity.known(issuer, subject, in: write.read) {
            guard known.person == person else { throw Rejection.conflict("provider.linked_elsewhere") }
            return Done()
        }
        guard try write.count("select count(*) from linked_identity where person = \(person)") < Self.most else {
            throw Rejection.conflict("provider.too_many")
        }
        try write.insert(LinkedIdentity(self, of: person, at: write.now))
        try write.record(IdentityLinked(identity: id, person: person, provider: provider.slug))
        return Done()
    }
}

/// Takes one of one's own identities away again.
package struct UnlinkIdentity: Command {
    package static let permission = Permission.keepOwnWays
    package static let events: [any Event.Type] = [IdentityUnlinked.self]
    package var scope: Scope { .consortium }
    package let identity: LinkedIdentityID

    package init(identity: LinkedIdentityID) { self.identity = identity }

    package func perform(in write: borrowing Write) throws -> Done {
        guard case .person(let person) = write.actor else { throw Rejection.forbidden }
        let count = try write.execute("delete from linked_identity where id = \(identity) and person = \(person)")
        guard count > 0 else { throw Rejection.notFound }
        try write.record(IdentityUnlinked(identity: identity, person: person))
        return Done()
    }
}
