import KohortCore
import KohortStore

/// Who asked for a sign-in link, and as whom they can be signed in. Nil when there is nobody to write to: an unknown
/// address, a request that has waited too long, or one too many.
package struct SignInAsked: Query {
    package struct Found: Hashable, Sendable {
        package let name: String
        package let email: EmailAddress
        package let language: Language
        /// Nil for whoever is known by candidacies alone.
        package let person: PersonID?
        /// Whether the person's roles ask for more than a mailed link.
        package let isStaff: Bool
        package let candidacies: [ApplicantBook.Entry]
    }

    package static let permission = Permission.answerSignIn
    package let scope = Scope.consortium
    /// How many requests of one address are answered while one lasts: nobody's mailbox is filled by others.
    static let mostAtOnce = 3
    package let request: SignInRequestID

    package init(request: SignInRequestID) { self.request = request }

    package func fetch(in read: borrowing Read) throws -> Found? {
        let oldest = read.now.adding(.zero - SignInRequest.lasting)
        guard
            let request = try read.first(
                SignInRequest.self, "where id = \(request) and asked_at > \(oldest)"),
            try count(before: request, since: oldest, in: read) < Self.mostAtOnce
        else { return nil }
        if let candidacy = request.candidacy { return try answer(candidacy, in: read) }
        guard let person = try read.first(Person.self, "where email_key = \(request.emailKey)") else { return nil }
        return try answer(person, in: read)
    }

    private func count(before request: SignInRequest, since oldest: Instant, in read: borrowing Read) throws -> Int {
        let same: SQL =
            request.candidacy.map { "candidacy = \($0)" } ?? "email_key = \(request.emailKey)"
        return try read.count(
            "select count(*) from sign_in_request where \(same) and asked_at > \(oldest) and id < \(request.id)")
    }

    private func answer(_ candidacy: CandidacyID, in read: borrowing Read) throws -> Found? {
        guard let entry = try read.ask(ApplicantBook.self).find(candidacy, read) else { return nil }
        return Found(
            name: entry.name, email: entry.email, language: entry.language, person: nil, isStaff: false,
            candidacies: [entry])
    }

    private func answer(_ person: Person, in read: borrowing Read) throws -> Found? {
        let roles = try Grant.current(of: person.id.description, in: read).map(\.role)
        let candidacies = try read.ask(ApplicantBook.self).of(person.id, read)
        guard !(roles.isEmpty && candidacies.isEmpty) else { return nil }
        return Found(
            name: person.name, email: person.email, language: person.language,
            person: roles.isEmpty ? nil : person.id, isStaff: roles.contains(where: \.isStaff),
            candidacies: candidacies)
    }
}

/// Makes the links that a letter brings, bound to the browser that asked. Earlier ones open nothing any more.
package struct AnswerSignIn: Command {
    package struct Link: Hashable, Sendable, Codable {
        package let actor: Actor
        package let secretHash: String

        package init(actor: Actor, secretHash: String) { (self.actor, self.secretHash) = (actor, secretHash) }
    }

    package static let permission = Permission.answerSignIn
    package static let events: [any Event.Type] = []
    package var scope: Scope { .consortium }
    package let request: SignInRequestID
    package let links: [Link]

    package init(request: SignInRequestID, links: [Link]) { (self.request, self.links) = (request, links) }

    package func perform(in write: borrowing Write) throws -> Done {
        let asked = try write.find(SignInRequest.self, request)
        for link in links {
            try SignInLink.issue(
                SignInLink(.asked, link.secretHash, for: link.actor, browserHash: asked.browserHash, at: write.now),
                in: write)
        }
        return Done()
    }
}

extension Permission {
    /// Of the daemon, which writes the letters.
    package static let answerSignIn = Permission("tenancy.sign_in.answer")
}
