import KohortCore
import KohortStore

/// A provider of OpenID Connect that people of this tenant sign in by: ID-porten, Entra ID, Feide or any other.
package struct Provider: Record, Hashable {
    package static let table: StaticString = "identity_provider"
    package static let columns: [StaticString] = [
        "slug", "label", "issuer", "client_id", "secret", "acr", "kinds", "keyed_by",
    ]

    package let slug: Slug
    /// As people know it: "ID-porten".
    package let label: String
    /// Exactly as the provider writes it.
    package let issuer: String
    package let clientID: String
    /// Where the client's secret is to be read; nil for a client without one.
    package let secret: SecretPlace?
    /// The levels of assurance that are enough; any is where it is empty.
    package let acr: [String]
    package let kinds: Set<UserKind>
    package let keyedBy: IdentityKey

    package init(
        slug: Slug, label: String, issuer: String, clientID: String, secret: SecretPlace?, acr: [String],
        kinds: Set<UserKind>, keyedBy: IdentityKey
    ) {
        (self.slug, self.label, self.issuer, self.clientID) = (slug, label, issuer, clientID)
        (self.secret, self.acr, self.kinds, self.keyedBy) = (secret, acr, kinds, keyedBy)
    }

    package init(_ tuple: borrowing Tuple) throws {
        (slug, label, issuer, clientID) = (try tuple[0], try tuple[1], try tuple[2], try tuple[3])
        secret = try tuple[4]
        acr = (try tuple[5] as KeptJSON).value
        kinds = Set((try tuple[6] as KeptJSON<[UserKind]>).value)
        keyedBy = try tuple[7]
    }

    package var values: [SQLValue] {
        let kinds = UserKind.allCases.filter(kinds.contains)
        return [
            slug.sqlValue, label.sqlValue, issuer.sqlValue, clientID.sqlValue, secret.sqlValue,
            StoredJSON(acr).sqlValue, StoredJSON(kinds).sqlValue, keyedBy.sqlValue,
        ]
    }

    static let migration = Migration(
        "providers",
        [
            """
            create table identity_provider (slug \(.text) primary key, label \(.text) not null, \
            issuer \(.text) not null, client_id \(.text) not null, secret \(.text), acr \(.text) not null, \
            kinds \(.text) not null, keyed_by \(.text) not null, \
            check (keyed_by in ('subject', 'directory_object')))
            """,
            ProviderAttempt.creation, LinkedIdentity.creation, LinkedIdentity.index,
        ])

    /// Whether somebody may come in by it who is all of this. A person with two roles needs a way in that is good
    /// enough for both, so that a provider for trainees never opens the lead's room.
    package func opens(_ kinds: Set<UserKind>) -> Bool { kinds.isSubset(of: self.kinds) }
}

/// Which claims of a token say who somebody is.
package enum IdentityKey: String, Sendable, Codable, CaseIterable, Storable {
    case subject
    /// Entra ID's: its subjects differ from application to application.
    case directoryObject = "directory_object"
}
