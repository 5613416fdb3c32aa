import KohortCore
import KohortStore

/// Whom an invitation goes to, and to which roles. Nil when there is no role left to invite to.
package struct InvitationAsked: Query {
    package struct Found: Hashable, Sendable {
        package let person: Person
        package let roles: [InvitePerson.GrantedRole]
        /// Whether they have a way in already that is stronger than a mailed link, which none goes around.
        package let hasOwnWay: Bool
    }

    package static let permission = Permission.answerSignIn
    package let scope = Scope.consortium
    package let person: PersonID

    package init(person: PersonID) { self.person = person }

    package func fetch(in read: borrowing Read) throws -> Found? {
        guard let found = try read.first(Person.self, "where id = \(person)") else { return nil }
        let roles = try Grant.open(of: person.description, in: read).map {
            InvitePerson.GrantedRole($0.role, on: $0.scope)
        }
        let proven = Means.allCases.filter { $0.strength == .proven }.map(\.rawValue)
        let ownWays = try read.count(
            """
            select count(*) from sign_in
            where actor_kind = 'person' and actor_id = \(person) and means in (\(list: proven))
            """)
        let has = try OwnWays.has(person, in: read)
        return roles.isEmpty ? nil : Found(person: found, roles: roles, hasOwnWay: ownWays > 0 || has)
    }
}

/// Makes the link that an invitation brings.
package struct AnswerInvitation: Command {
    package static let permission = Permission.answerSignIn
    package static let events: [any Event.Type] = []
    package var scope: Scope { .consortium }
    package let person: PersonID
    package let linkHash: String

    package init(person: PersonID, linkHash: String) { (self.person, self.linkHash) = (person, linkHash) }

    package func perform(in write: borrowing Write) throws -> Done {
        try SignInLink.issue(SignInLink(.invitation, linkHash, for: .person(person), at: write.now), in: write)
        return Done()
    }
}
