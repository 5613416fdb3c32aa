import KohortCore
import KohortOutbound
import KohortStore
import Tenancy

/// A tenant's providers of sign-ins.
package struct ListProviders: OperatorCall {
    package let tenant: Slug

    package init(tenant: Slug) { self.tenant = tenant }

    package struct Line: Sendable, Codable {
        package let slug: Slug
        package let label: String
        package let issuer: String
        package let clientID: String
        /// Where the secret is read, never the secret.
        package let secret: String?
        package let acr: [String]
        package let kinds: [UserKind]
        package let keyedBy: IdentityKey
        /// What the provider has to be told to send browsers back to.
        package let redirect: String
        /// Where it may say that somebody has signed out there.
        package let signOut: String
    }

    package func answer(in kohort: Kohort) async throws -> [Line] {
        try await kohort.use(try await kohort.require(tenant)) { open in
            try await open.store.fetch(ProviderList(), by: .operator, at: kohort.clock.now).map { provider in
                Line(
                    slug: provider.slug, label: provider.label, issuer: provider.issuer, clientID: provider.clientID,
                    secret: provider.secret?.text, acr: provider.acr,
                    kinds: UserKind.allCases.filter(provider.kinds.contains), keyedBy: provider.keyedBy,
                    redirect: ProviderClient.redirect(provider.slug, of: tenant, in: kohort),
                    signOut: ProviderClient.signOut(provider.slug, of: tenant, in: kohort))
            }
        }
    }
}

/// Adds or changes a provider.
package struct PutProvider: OperatorCall {
    package let tenant: Slug
    package let provider: SetProvider

    package init(tenant: Slug, provider: SetProvider) { (self.tenant, self.provider) = (tenant, provider) }

    package struct Answer: Sendable, Codable {
        /// What the provider has to be told to send browsers back to.
        package let redirect: String
        /// Where it may say that somebody has signed out there.
        package let signOut: String
    }

    package func answer(in kohort: Kohort) async throws -> Answer {
        try await kohort.use(try await kohort.require(tenant)) { open in
            _ = try await open.store.perform(provider, by: .operator, at: kohort.clock.now)
            return Answer(
                redirect: ProviderClient.redirect(provider.slug, of: tenant, in: kohort),
                signOut: ProviderClient.signOut(provider.slug, of: tenant, in: kohort))
        }
    }
}

/// Takes a provider away.
package struct DropProvider: OperatorCall {
    package let tenant: Slug
    package let slug: Slug

    package init(tenant: Slug, slug: Slug) { (self.tenant, self.slug) = (tenant, slug) }

    package func answer(in kohort: Kohort) async throws -> Done {
        try await kohort.use(try await kohort.require(tenant)) { open in
            do {
                return try await open.store.perform(RemoveProvider(slug: slug), by: .operator, at: kohort.clock.now)
            } catch Rejection.notFound { throw OperatorProblem(unknownProvider: slug, of: tenant) }
        }
    }
}

/// Asks a provider for its description, as a sign-in would, and looks whether the secret is where it should be.
package struct CheckProvider: OperatorCall {
    package let tenant: Slug
    package let slug: Slug

    package init(tenant: Slug, slug: Slug) { (self.tenant, self.slug) = (tenant, slug) }

    package func answer(in kohort: Kohort) async throws -> Done {
        try await kohort.use(try await kohort.require(tenant)) { open in
            let now = kohort.clock.now
            let providers = try await open.store.fetch(ProviderList(), by: .operator, at: now)
            guard let provider = providers.first(where: { $0.slug == slug }) else {
                throw OperatorProblem(unknownProvider: slug, of: tenant)
            }
            let client = try await ProviderClient(provider, of: open.tenant, in: kohort)
            let ties = ProviderTies(state: Secret().text, browser: Secret())
            do throws(ProviderProblem) {
                _ = try await kohort.openID.question(
                    to: client, ties, ProviderQuestion(in: .en, isAgain: false), at: now)
            } catch {
                throw OperatorProblem("provider.\(error.rawValue)", ["\(provider.issuer): \(error.rawValue)."])
            }
            return Done()
        }
    }
}

extension OperatorProblem {
    fileprivate init(unknownProvider slug: Slug, of tenant: Slug) {
        self.init("provider.unknown", ["\(tenant) has no provider \(slug)."])
    }
}
