import KohortCore
import KohortStore

/// Ends the sign-ins that came from what is over at a provider, from the next request on. The caller has checked that
/// the provider says so.
package struct EndProviderSessions: Command {
    package static let permission = Permission.proveIdentity
    package static let events: [any Event.Type] = [ProviderSessionsEnded.self]
    package var scope: Scope { .consortium }

    package let provider: Slug
    package let issuer: String
    package let subject: String?
    package let session: String?
    /// By which the provider's word is known if it comes again.
    package let tokenHash: String
    /// When nobody would take it again anyway.
    package let until: Instant

    package init(
        provider: Slug, issuer: String, subject: String?, session: String?, tokenHash: String, until: Instant
    ) {
        (self.provider, self.issuer, self.subject) = (provider, issuer, subject)
        (self.session, self.tokenHash, self.until) = (session, tokenHash, until)
    }

    package struct Answer: Hashable, Sendable, Codable {
        /// Whether the token came for the first time; otherwise nothing was done.
        package let isFirst: Bool
    }

    package func perform(in write: borrowing Write) throws -> Answer {
        _ = try write.find(Provider.self, provider)
        guard try write.count("select count(*) from provider_ending where token_hash = \(tokenHash)") == 0 else {
            return Answer(isFirst: false)
        }
        try write.execute("insert into provider_ending (token_hash, until) values (\(tokenHash), \(until))")
        for (person, ended) in try ended(write) {
            try write.record(ProviderSessionsEnded(person: person, provider: provider, count: ended))
        }
        return Answer(isFirst: true)
    }

    /// How many of whose.
    private func ended(_ write: borrowing Write) throws -> [(PersonID, Int)] {
        guard let those else { return [] }
        let open: SQL = "actor_kind = 'person' and ended_at is null and id in (\(those))"
        let people = try write.read.all("select distinct actor_id from sign_in where \(open) order by actor_id") {
            try $0[0] as PersonID
        }
        return try people.map { person in
            let count = try write.execute(
                "update sign_in set ended_at = \(write.now) where actor_id = \(person) and \(open)")
            return (person, count)
        }
    }

    /// The sign-ins that are meant: of one session of the provider's, or of all of a subject's. A sign-in of the subject's
    /// that nobody knows the session of may be of any.
    private var those: SQL? {
        let known: SQL = "select sign_in from provider_session where issuer = \(issuer)"
        return switch (subject, session) {
        case (let subject?, let session?):
            "\(known) and subject = \(subject) and (session = \(session) or session is null)"
        case (let subject?, nil): "\(known) and subject = \(subject)"
        case (nil, let session?): "\(known) and session = \(session)"
        case (nil, nil): nil
        }
    }
}
