import HTTPTypes
import Hummingbird
import KohortApp
import KohortCore
import KohortStore
import KohortWeb
import Logging
import Tenancy

/// What is different about a line of the route table for people.
package struct PageTraits: OptionSet, Sendable {
    package let rawValue: Int

    package init(rawValue: Int) { self.rawValue = rawValue }

    /// A form of pages that are kept for every visitor.
    static let onKeptPages = PageTraits(rawValue: 1)
    /// Open to who has yet to set up how they sign in.
    static let settingUp = PageTraits(rawValue: 2)
}

/// What a line of the route table does for one visit.
package typealias VisitHandler = @Sendable (Request, Visit) async throws -> Response

extension Site {
    /// A line of the route table for people: signed in by a cookie, or not. A form is held against its token before the
    /// handler sees it; from a visitor one without is taken only where kept pages have it, which can bear none.
    package func page(
        _ method: HTTPRequest.Method, _ pattern: String, _ entry: Route.Entry, also traits: PageTraits = [],
        repeating: Set<String> = [], _ handler: @escaping VisitHandler
    ) -> Route {
        Route(
            method, pattern, entry, for: .page, isExport: RateRule.isExport(entry, pattern), repeating: repeating
        ) { request, context in
            let chosen = cookies.value(of: "kohort_language", in: request).flatMap(Language.init(rawValue:))
            return try await visit(request, context, identify: signedIn, chosen) { visit in
                try await countPerAccount(entry, pattern, request, visit)
                let visit = visit.from(browser(of: visit.open.tenant.id, request))
                if visit.identity.isSettingUp, !traits.contains(.settingUp) { return try SetUp.lead(visit, request) }
                if traits.contains(.onKeptPages), visit.actor == .anonymous { return try await handler(request, visit) }
                return try await handler(try await FormToken.checked(request, visit), visit)
            }
        }
    }

    /// A line of the route table for other systems: by a token in `Authorization`, never by a cookie.
    package func api(
        _ method: HTTPRequest.Method, _ pattern: String, _ entry: Route.Entry, _ handler: @escaping VisitHandler
    ) -> Route {
        Route(method, pattern, entry, for: .api, isExport: RateRule.isExport(entry, pattern)) { request, context in
            try await visit(request, context, identify: tokenHolder, nil) { visit in
                try await countPerAccount(entry, pattern, request, visit)
                return try await handler(request, visit)
            }
        }
    }

    private typealias Identify = @Sendable (Request, TenantStore, KohortContext) async throws -> Identity

    private func visit(
        _ request: Request, _ context: KohortContext, identify: Identify, _ language: Language?,
        _ handler: (Visit) async throws -> Response
    ) async throws -> Response {
        try await kohort.use(try context.slug("tenant")) { open in
            let consortium = try await consortia.current(open, at: context.arrival)
            let identity = try await identify(request, open, context)
            let actor = [identity.actor.kind, identity.actor.id].compactMap(\.self).joined(separator: " ")
            context.trail.identify(tenant: open.tenant.slug.text, actor: actor)
            var context = context
            context.language = language ?? identity.language ?? consortium.profile.language(for: request)
            context.trail.read(in: context.language)
            let visit = Visit(site: self, open: open, context: context, consortium: consortium, identity: identity)
            do { return try await handler(visit) } catch Rejection.forbidden where identity.actor == .anonymous {
                throw WebProblem.unauthorised
            }
        }
    }

    private var signedIn: Identify {
        { request, open, context in
            guard let secret = cookies.value(of: Self.cookie(of: open.tenant.id), in: request) else {
                return .anonymous
            }
            let hash = Secret(secret).hash
            let identity = try await signIns.of(hash, open) {
                try await open.store.fetch(CredentialsOfSignIn(secretHash: hash), by: .anonymous, at: context.arrival)
            }?.identity(at: context.arrival)
            if let signIn = identity?.unnoted(at: context.arrival) {
                await note(NoteVisit(signIn: signIn), in: open, context)
            }
            return identity ?? .anonymous
        }
    }

    /// Nobody is turned away because it could not be noted that they were here.
    private func note<C: Command>(_ use: C, in open: TenantStore, _ context: KohortContext) async {
        do { _ = try await open.store.perform(use, by: .anonymous, at: context.arrival) } catch {
            context.logger.warning("visit not noted", metadata: ["error": "\(error)"])
        }
    }

    private var tokenHolder: Identify {
        { request, open, context in
            guard let header = request.headers[.authorization] else { return .anonymous }
            guard header.hasPrefix("Bearer \(APIToken.prefix)") else { throw WebProblem.unauthorised }
            let hash = Secret(String(header.dropFirst(7))).hash
            let known = try await tokens.of(hash, open) {
                try await open.store.fetch(CredentialsOfToken(secretHash: hash), by: .anonymous, at: context.arrival)
            }
            guard let identity = known?.identity(at: context.arrival) else { throw WebProblem.unauthorised }
            if let token = identity.unnotedToken(at: context.arrival) {
                await note(NoteTokenUse(token: token), in: open, context)
            }
            return identity
        }
    }

    /// One sign-in per tenant: its cookie is named by the tenant's id, so that one tenant's never serves another.
    static func cookie(of tenant: TenantID) -> String { "kohort_\(tenant)" }
}

extension Identity {
    static let anonymous = Identity(actor: .anonymous, name: nil, language: nil, roles: [])
}
