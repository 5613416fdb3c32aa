import KohortCore
import KohortStore

/// Who a browser's or a client's secret belongs to, with the roles they hold now.
package struct Identity: Hashable, Sendable {
    package let actor: Actor
    package let name: String?
    package let language: Language?
    package let roles: [InvitePerson.GrantedRole]

    package init(actor: Actor, name: String?, language: Language?, roles: [InvitePerson.GrantedRole]) {
        (self.actor, self.name, self.language, self.roles) = (actor, name, language, roles)
    }
}

/// Looks an identity up by the secret of a sign-in.
package struct IdentityOfSignIn: Query {
    package static let permission = Permission.signIn
    package let scope = Scope.consortium
    package let secretHash: String

    package init(secretHash: String) { self.secretHash = secretHash }

    package func fetch(in read: borrowing Read) throws -> Identity? {
        guard let signIn = try SignIn.current(secretHash, in: read) else { return nil }
        guard case .person(let id) = signIn.actor else {
            return Identity(actor: signIn.actor, name: nil, language: nil, roles: [])
        }
        let person = try read.first(Person.self, "where id = \(id)")
        return Identity(
            actor: signIn.actor, name: person?.name, language: person?.language,
            roles: try Identity.roles(of: id.description, in: read))
    }
}

/// Looks an identity up by the secret of an API token.
package struct IdentityOfToken: Query {
    package static let permission = Permission.signIn
    package let scope = Scope.consortium
    package let secretHash: String

    package init(secretHash: String) { self.secretHash = secretHash }

    package func fetch(in read: borrowing Read) throws -> Identity? {
        guard let token = try APIToken.current(secretHash, in: read) else { return nil }
        return Identity(
            actor: .token(token.id), name: token.name, language: nil,
            roles: try Identity.roles(of: token.id.description, in: read))
    }
}

extension Identity {
    static func roles(of holder: String, in read: borrowing Read) throws -> [InvitePerson.GrantedRole] {
        try Grant.current(of: holder, in: read).map { InvitePerson.GrantedRole($0.role, on: $0.scope) }
    }
}
