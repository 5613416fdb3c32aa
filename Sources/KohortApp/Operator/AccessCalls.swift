import KohortCore
import KohortStore
import Tenancy

/// Makes an API token for a tenant.
package struct MakeToken: OperatorCall {
    package let tenant: Slug
    package let role: Role
    package let organisation: Slug?
    package let name: String
    package let days: Int
    /// All that the role allows without any.
    package let scopes: [TokenScope]?

    package init(
        tenant: Slug, role: Role, organisation: Slug?, name: String, days: Int, scopes: [TokenScope]? = nil
    ) {
        (self.tenant, self.role, self.organisation) = (tenant, role, organisation)
        (self.name, self.days, self.scopes) = (name, days, scopes)
    }

    /// The token itself, shown this once.
    package struct Answer: Sendable, Codable {
        package let token: String
        package let id: TokenID
    }

    package func answer(in kohort: Kohort) async throws -> Answer {
        try await kohort.use(try await kohort.require(tenant)) { open in
            let now = kohort.clock.now
            let secret = Secret(APIToken.prefix + Secret().text)
            let granted = try await open.grantedRole(role, organisation, at: now)
            let command = CreateToken(
                id: .new(at: now), name: name, role: granted, scopes: scopes ?? [], secretHash: secret.hash, days: days)
            _ = try await open.store.perform(command, by: .operator, at: now)
            return Answer(token: secret.text, id: command.id)
        }
    }
}

/// Gives somebody a role and makes a one-time link that they sign in by within 24 hours.
package struct MakeInvitation: OperatorCall {
    package let tenant: Slug
    package let email: EmailAddress
    package let name: String
    package let role: Role
    package let organisation: Slug?
    package let language: Language

    package init(
        tenant: Slug, email: EmailAddress, name: String, role: Role, organisation: Slug?, language: Language
    ) {
        (self.tenant, self.email, self.name) = (tenant, email, name)
        (self.role, self.organisation, self.language) = (role, organisation, language)
    }

    package struct Answer: Sendable, Codable {
        package let person: PersonID
        /// Where the person confirms and is signed in; shown this once.
        package let link: String
        /// In UTC.
        package let expiresAt: String
    }

    package func answer(in kohort: Kohort) async throws -> Answer {
        try await kohort.use(try await kohort.require(tenant)) { open in
            let now = kohort.clock.now
            let secret = Secret()
            let command = InvitePerson(
                email: email, name: name, language: language,
                role: try await open.grantedRole(role, organisation, at: now), linkHash: secret.hash)
            let person = try await open.store.perform(command, by: .operator, at: now)
            let expiresAt = now.adding(SignInLink.Kind.issued.lasting)
            return Answer(
                person: person, link: kohort.signInLink(secret, tenant), expiresAt: expiresAt.description)
        }
    }
}

/// Gives somebody a role and mails them an invitation, whose link opens within seven days.
package struct MailInvitation: OperatorCall {
    package let tenant: Slug
    package let email: EmailAddress
    package let name: String
    package let role: Role
    package let organisation: Slug?
    package let language: Language

    package init(
        tenant: Slug, email: EmailAddress, name: String, role: Role, organisation: Slug?, language: Language
    ) {
        (self.tenant, self.email, self.name) = (tenant, email, name)
        (self.role, self.organisation, self.language) = (role, organisation, language)
    }

    package struct Answer: Sendable, Codable {
        package let person: PersonID
    }

    package func answer(in kohort: Kohort) async throws -> Answer {
        try await kohort.use(try await kohort.require(tenant)) { open in
            let now = kohort.clock.now
            let consortium = try await open.store.fetch(CurrentConsortium(), by: .operator, at: now)
            let command = InviteToRole(
                email: email, name: name, language: language,
                role: try await open.grantedRole(role, organisation, at: now), zone: consortium.profile.timeZone)
            return Answer(person: try await open.store.perform(command, by: .operator, at: now))
        }
    }
}

/// Makes a one-time link for the applicant of a candidacy, who signs in by it within 24 hours.
package struct MakeApplicantLink: OperatorCall {
    package let tenant: Slug
    package let candidacy: CandidacyID

    package init(tenant: Slug, candidacy: CandidacyID) { (self.tenant, self.candidacy) = (tenant, candidacy) }

    /// Where the applicant confirms and is signed in; shown this once.
    package struct Answer: Sendable, Codable {
        package let link: String
    }

    package func answer(in kohort: Kohort) async throws -> Answer {
        try await kohort.use(try await kohort.require(tenant)) { open in
            let secret = Secret()
            let command = IssueApplicantLink(candidacy: candidacy, linkHash: secret.hash)
            _ = try await open.store.perform(command, by: .operator, at: kohort.clock.now)
            return Answer(link: kohort.signInLink(secret, tenant))
        }
    }
}

extension Kohort {
    /// A one-time link as it is shown or mailed.
    package func signInLink(_ secret: Secret, _ tenant: Slug) -> String {
        "\(settings.baseURL)/\(tenant)/sign-in/\(secret.text)"
    }
}

extension TenantStore {
    /// A role on the consortium, or on the organisation with this slug.
    func grantedRole(_ role: Role, _ organisation: Slug?, at now: Instant) async throws -> InvitePerson.GrantedRole {
        guard let id = try await organisationID(organisation, at: now) else {
            return InvitePerson.GrantedRole(role, on: .consortium)
        }
        return InvitePerson.GrantedRole(role, on: .organisation(id))
    }
}
