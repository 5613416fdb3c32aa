import KohortCore
import KohortStore

/// What the tables say of a secret and its holder, whatever the time: enough to tell who it belongs to until the tenant's
/// next commit.
package struct Credentials: Sendable {
    fileprivate enum Proof {
        case signIn(SignIn, Person?, hasOwnWay: Bool)
        case token(APIToken)
    }

    fileprivate let proof: Proof
    /// Also those that have ended or are to come.
    fileprivate let grants: [Grant]

    /// Who holds the secret at a time, with the roles that they hold then. A sign-in that has been idle too long, is weaker
    /// than its holder's roles now ask for, or is older than their becoming staff, belongs to nobody: where rights rise a
    /// new one is asked for (ASVS 5.0.0, 7.2.4).
    package func identity(at now: Instant) -> Identity? {
        let held = grants.filter { $0.isHeld(at: now) }
        let roles = held.map { InvitePerson.GrantedRole($0.role, on: $0.scope) }
        switch proof {
        case .token(let token):
            guard token.isCurrent(at: now) else { return nil }
            return Identity(actor: .token(token.id), name: token.name, language: nil, roles: roles, token: token)
        case .signIn(let signIn, let person, let hasOwnWay):
            let becameStaff = held.filter(\.role.isStaff).map(\.fromAt).min()
            if let becameStaff, signIn.startedAt < becameStaff { return nil }
            let identity = Identity(
                actor: signIn.actor, name: person?.name, language: person?.language, roles: roles, signIn: signIn)
            let isIn = identity.terms.admit(signIn, hasOwnWay: hasOwnWay, at: now)
            return signIn.isCurrent(at: now) && isIn ? identity : nil
        }
    }
}

/// Looks up the secret of a sign-in: one snapshot for sign-in, person and roles.
package struct CredentialsOfSignIn: Query {
    package static let permission = Permission.signIn
    package let scope = Scope.consortium
    package let secretHash: String

    package init(secretHash: String) { self.secretHash = secretHash }

    package func fetch(in read: borrowing Read) throws -> Credentials? {
        guard let signIn = try read.first(SignIn.self, "where secret_hash = \(secretHash)") else { return nil }
        guard case .person(let id) = signIn.actor else {
            return Credentials(proof: .signIn(signIn, nil, hasOwnWay: false), grants: [])
        }
        let person = try read.first(Person.self, "where id = \(id)")
        let hasOwnWay = try OwnWays.has(id, in: read)
        return Credentials(
            proof: .signIn(signIn, person, hasOwnWay: hasOwnWay), grants: try Grant.all(of: id.description, in: read))
    }
}

/// Looks up the secret of an API token.
package struct CredentialsOfToken: Query {
    package static let permission = Permission.signIn
    package let scope = Scope.consortium
    package let secretHash: String

    package init(secretHash: String) { self.secretHash = secretHash }

    package func fetch(in read: borrowing Read) throws -> Credentials? {
        guard let token = try read.first(APIToken.self, "where secret_hash = \(secretHash)") else { return nil }
        return Credentials(proof: .token(token), grants: try Grant.all(of: token.id.description, in: read))
    }
}
