import KohortCore
import KohortStore

extension Permission {
    /// The operator's alone: a provider vouches for everybody's identity, and its secret lies in the installation.
    package static let manageProviders = Permission("tenancy.provider.manage")
}

/// Adds a provider, or changes the one with this slug. Identities that are linked stay with their issuer.
package struct SetProvider: Command {
    package static let permission = Permission.manageProviders
    package static let events: [any Event.Type] = [ProviderSet.self]
    package var scope: Scope { .consortium }

    package let slug: Slug
    package let label: String
    package let issuer: String
    package let clientID: String
    /// `file:/…` or `env:KOHORT_…`; empty for a client without a secret.
    package let secret: String
    package let acr: [String]
    package let kinds: [UserKind]
    package let keyedBy: IdentityKey

    package init(
        slug: Slug, label: String, issuer: String, clientID: String, secret: String, acr: [String],
        kinds: [UserKind], keyedBy: IdentityKey
    ) {
        (self.slug, self.label, self.issuer, self.clientID) = (slug, label, issuer, clientID)
        (self.secret, self.acr, self.kinds, self.keyedBy) = (secret, acr, kinds, keyedBy)
    }

    package func perform(in write: borrowing Write) throws -> Done {
        let provider = try provider(write)
        let known = try write.first(Provider.self, "where slug = \(slug)")
        if known == provider { return Done() }
        if known == nil { try write.insert(provider) } else { try write.update(provider) }
        try write.record(ProviderSet(consortium: write.tenant, provider: slug))
        return Done()
    }

    private func provider(_ write: borrowing Write) throws -> Provider {
        var problems: [FieldProblem] = []
        let label = WrittenText.line(label, field: "label", limit: 60, problems: &problems)
        let client = WrittenText.line(clientID, field: "client_id", problems: &problems)
        do { try write.ask(ProviderAddresses.self).check(issuer) } catch Rejection.invalid(let found) {
            problems += found
        }
        let place = SecretPlace(secret)
        if !secret.isEmpty, place == nil { problems.append(FieldProblem("secret", "provider.secret.place")) }
        if kinds.isEmpty { problems.append(FieldProblem("for", "provider.kinds.required")) }
        let isLevel = acr.allSatisfy { level in
            (1...200).contains(level.utf8.count) && level.utf8.allSatisfy { (0x21...0x7E).contains($0) }
        }
        if !isLevel || acr.count > 10 { problems.append(FieldProblem("acr", "provider.acr.invalid")) }
        try problems.throwIfAny()
        return Provider(
            slug: slug, label: label, issuer: issuer, clientID: client, secret: place, acr: acr, kinds: Set(kinds),
            keyedBy: keyedBy)
    }
}

/// What the installation says of the address of a provider; answered by the composition.
package struct ProviderAddresses: Sendable {
    /// Throws a rejection of the field `issuer` that says what is wrong with it.
    package let check: @Sendable (String) throws -> Void

    package init(_ check: @escaping @Sendable (String) throws -> Void) { self.check = check }
}
