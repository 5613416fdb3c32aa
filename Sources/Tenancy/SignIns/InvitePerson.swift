import KohortCore
import KohortStore

extension Permission {
    /// To give a role and have an invitation mailed.
    package static let invitePerson = Permission("tenancy.person.invite")
    /// To give a role and get the link oneself, which is for operators alone.
    package static let issueSignInLink = Permission("tenancy.person.issue_link")
    package static let signIn = Permission("tenancy.sign_in")
    package static let signInAsApplicant = Permission("tenancy.sign_in.applicant")
}

/// Gives a person a role and a one-time link to sign in by. The link's secret is made by the caller, shown once, and
/// stored only as a hash.
package struct InvitePerson: Command {
    package static let permission = Permission.issueSignInLink
    package static let events: [any Event.Type] = [RoleGranted.self]
    package var scope: Scope { role.scope.scope }

    /// A role and what it is granted on.
    package struct GrantedRole: Sendable, Codable, Hashable {
        package let role: Role
        package let scope: GrantScope
        package init(_ role: Role, on scope: GrantScope) { (self.role, self.scope) = (role, scope) }

        /// A role that is held at an organisation is not granted on all of them at once.
        var problem: FieldProblem? {
            guard role.needsOrganisation, scope == .consortium else { return nil }
            return FieldProblem("organisation", "grant.organisation_required")
        }
    }

    package let email: EmailAddress
    package let name: String
    package let language: Language
    package let role: GrantedRole
    package let linkHash: String

    package init(email: EmailAddress, name: String, language: Language, role: GrantedRole, linkHash: String) {
        (self.email, self.name, self.language) = (email, name, language)
        (self.role, self.linkHash) = (role, linkHash)
    }

    package func perform(in write: borrowing Write) throws -> PersonID {
        var problems: [FieldProblem] = []
        let name = WrittenText.line(name, field: "name", problems: &problems)
        if let problem = role.problem { problems.append(problem) }
        try problems.throwIfAny()
        let person = try Person.enrol(email, name: name, language: language, in: write)
        if try Grant.give(role.role, on: role.scope, to: person.description, until: nil, in: write) {
            try write.record(RoleGranted(person: person, role: role.role, organisation: role.scope.organisation))
        }
        try SignInLink.issue(SignInLink(.issued, linkHash, for: .person(person), at: write.now), in: write)
        return person
    }
}

extension Role {
    /// Roles at an employer, which nobody holds on the consortium as a whole.
    package var needsOrganisation: Bool {
        switch self {
        case .coordinator, .supervisor, .mentor, .finance: true
        case .lead, .committee, .trainee, .applicant, .integration: false
        }
    }
}
