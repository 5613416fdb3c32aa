import KohortCore
import KohortStore

/// The provider's own session that a sign-in here came from, so that it ends when that one does.
package struct ProviderSession: Record {
    package static let table: StaticString = "provider_session"
    package static let columns: [StaticString] = ["sign_in", "issuer", "subject", "session"]

    let signIn: SignInID
    let issuer: String
    let name: Name

    /// What the provider calls it.
    package struct Name: Hashable, Sendable, Codable {
        /// The subject as the token had it.
        package let subject: String
        /// Nil where the provider tells no session from another.
        package let session: String?

        package init(subject: String, session: String?) { (self.subject, self.session) = (subject, session) }
    }

    init(of signIn: SignInID, issuer: String, _ name: Name) {
        (self.signIn, self.issuer, self.name) = (signIn, issuer, name)
    }

    package init(_ tuple: borrowing Tuple) throws {
        (signIn, issuer) = (try tuple[0], try tuple[1])
        name = Name(subject: try tuple[2], session: try tuple[3])
    }

    package var values: [SQLValue] { [signIn.sqlValue, issuer.sqlValue, name.subject.sqlValue, name.session.sqlValue] }

    static let migration = Migration(
        "provider-sessions",
        [
            """
            create table provider_session (sign_in \(.text) primary key references sign_in (id), \
            issuer \(.text) not null, subject \(.text) not null, session \(.text))
            """,
            "create index provider_session_of on provider_session (issuer, subject)",
            "create index provider_session_called on provider_session (issuer, session)",
            "create table provider_ending (token_hash \(.text) primary key, until \(.integer) not null)",
        ])
}
