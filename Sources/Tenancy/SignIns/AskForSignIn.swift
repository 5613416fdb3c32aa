import KohortCore
import KohortStore

/// Asks for a sign-in link to be mailed: to an address, or to whoever a candidacy is of. It does the same whether the
/// address is known or not; that is looked up when the letter is written, so that neither the answer nor its time
/// tells (ASVS 5.0.0, 6.3.8).
package struct AskForSignIn: Command {
    package enum Asker: Hashable, Sendable, Codable {
        case address(EmailAddress)
        case candidacy(CandidacyID)
    }

    package static let permission = Permission.signIn
    package static let events: [any Event.Type] = []
    package var scope: Scope { .consortium }
    package let id: SignInRequestID
    package let asker: Asker
    /// Of the secret in the cookie of the browser that asks.
    package let browserHash: String

    package init(id: SignInRequestID, asker: Asker, browserHash: String) {
        (self.id, self.asker, self.browserHash) = (id, asker, browserHash)
    }

    package func perform(in write: borrowing Write) throws -> Done {
        try write.insert(SignInRequest(id: id, asker: asker, browserHash: browserHash, askedAt: write.now))
        try write.enqueue(SignInLetter(request: id))
        return Done()
    }
}

/// Brings a link to whoever asked to sign in, where there is anybody.
package struct SignInLetter: Letter {
    package static let kind = "tenancy.sign_in"
    package let request: SignInRequestID
}

/// That a link was asked for, until it is answered or no longer worth answering.
struct SignInRequest: Record {
    /// As long as the links that answer it.
    static let lasting = SignInLink.Kind.asked.lasting

    static let table: StaticString = "sign_in_request"
    static let columns: [StaticString] = ["id", "email_key", "candidacy", "browser_hash", "asked_at"]

    let id: SignInRequestID
    let emailKey: String?
    let candidacy: CandidacyID?
    let browserHash: String
    let askedAt: Instant

    init(id: SignInRequestID, asker: AskForSignIn.Asker, browserHash: String, askedAt: Instant) {
        (self.id, self.browserHash, self.askedAt) = (id, browserHash, askedAt)
        switch asker {
        case .address(let email): (emailKey, candidacy) = (email.key, nil)
        case .candidacy(let id): (emailKey, candidacy) = (nil, id)
        }
    }

    init(_ tuple: borrowing Tuple) throws {
        id = try tuple[0]
        emailKey = try tuple[1]
        candidacy = try tuple[2]
        browserHash = try tuple[3]
        askedAt = try tuple[4]
    }

    var values: [SQLValue] {
        [id.sqlValue, emailKey.sqlValue, candidacy.sqlValue, browserHash.sqlValue, askedAt.sqlValue]
    }

    static let migration = Migration(
        "sign-in-requests",
        [
            """
            create table sign_in_request (id \(.text) primary key, email_key \(.text), candidacy \(.text), \
            browser_hash \(.text) not null, asked_at \(.integer) not null, \
            check ((email_key is null) = (candidacy is not null)))
            """,
            "create index sign_in_request_at on sign_in_request (asked_at)",
        ])
}
