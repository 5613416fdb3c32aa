import KohortCore
import KohortStore

/// What there is of the password of the person who is signed in, and what a new one must not speak of.
package struct OwnPassword: Query {
    package static let permission = Permission.keepOwnWays
    package let scope = Scope.consortium

    package init() {}

    package struct Answer: Sendable {
        /// Nil without a password.
        package let hash: String?
        package let changedAt: Instant?
        /// How many recovery codes are left.
        package let codesLeft: Int
        /// Whether a password may be set: by staff whom no provider is for.
        package let isOffered: Bool
        package let person: PersonID
        package let email: EmailAddress
        /// The names of the place and the person.
        package let context: [String]
    }

    package func fetch(in read: borrowing Read) throws -> Answer {
        guard case .person(let id) = read.actor else { throw Rejection.forbidden }
        let person = try read.find(Person.self, id)
        let password = try read.first(Password.self, "where person = \(id)")
        let places = try read.all("select name, slug from organisation") { [try $0[0] as String, try $0[1] as String] }
        let consortium = try CurrentConsortium().fetch(in: read).profile.name
        return Answer(
            hash: password?.hash, changedAt: password?.changedAt,
            codesLeft: try read.count(
                "select count(*) from recovery_code where person = \(id) and used_at is null"),
            isOffered: try Self.isOffered(to: id, in: read), person: id, email: person.email,
            context: [person.name, person.email.text, "kohort"] + places.flatMap(\.self)
                + Language.allCases.map { consortium.text(in: $0) })
    }

    static func isOffered(to person: PersonID, in read: borrowing Read) throws -> Bool {
        let kinds = try UserKind.all(of: person, in: read)
        guard kinds.contains(.staff) else { return false }
        return try !read.all(Provider.self).contains { $0.opens(kinds) }
    }
}

/// Whom a letter about a password is for.
package struct PasswordOwner: Query {
    package static let permission = Permission.proveIdentity
    package let scope = Scope.consortium
    package let person: PersonID

    package init(person: PersonID) { self.person = person }

    package func fetch(in read: borrowing Read) throws -> Person { try read.find(Person.self, person) }
}
