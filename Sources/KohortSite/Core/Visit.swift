import Hummingbird
import KohortApp
import KohortCore
import KohortStore
import KohortWeb
import NIOCore
import Tenancy

/// One request to one tenant: who asks, when it arrived, and the only ways to read and to change.
package struct Visit: Sendable {
    let site: Site
    let open: TenantStore
    package let context: KohortContext
    let consortium: Consortium
    let identity: Identity
    /// Nil where a page is made for every visitor alike, and for systems.
    var browser: VisitingBrowser?

    var slug: Slug { open.tenant.slug }
    var actor: Actor { identity.actor }
    var arrival: Instant { context.arrival }
    var language: Language { context.language }
    /// The address of a page of this tenant, by its path below the tenant's.
    func path(_ rest: String) -> String { "/\(slug)\(rest)" }

    func fetch<Q: KohortStore.Query>(_ query: Q) async throws -> Q.Answer {
        try await open.store.fetch(query, by: actor, at: arrival)
    }

    func perform<C: Command>(_ command: C, idempotency: IdempotencyKey? = nil) async throws -> C.Outcome {
        try await open.store.perform(command, by: actor, at: arrival, idempotency: idempotency)
    }

    /// A fresh id whose time is the request's.
    func newID<Tag>() -> ID<Tag> { .new(at: arrival) }

    func text(_ key: String, _ values: [String: String] = [:]) -> String {
        site.texts.text(key, in: language, values) ?? key
    }

    func page<Screen: Page>(_ page: Screen, status: HTTPResponse.Status = .ok) throws -> Response {
        var response = Response.html(try site.templates.render(page, in: language), status: status)
        if let browser, browser.isNew { response.add(cookie: knowing(browser)) }
        return response
    }

    /// To a page of this tenant, by GET (303).
    func redirect(_ rest: String) -> Response { .redirect(to: path(rest), type: .normal) }

    /// What somebody who is signed in may not see is not there for them: whether it is is not theirs to learn. A visitor is
    /// asked to sign in first.
    func hiding<Answer>(_ look: () async throws -> Answer) async throws -> Answer {
        do { return try await look() } catch Rejection.forbidden where actor != .anonymous { throw Rejection.notFound }
    }
}
