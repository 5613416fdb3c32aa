import Hummingbird
import KohortApp
import KohortCore
import KohortWeb
import Logging

/// All that answers over HTTP: pages and the JSON API of an installation's tenants.
package struct Site: Sendable {
    let kohort: Kohort
    private let files: SiteFiles
    var texts: Texts { files.texts }
    var templates: TemplateLibrary { files.templates }
    var assets: Assets { files.assets }
    let origin: Origin
    let cookies: CookieRules
    let consortia = ConsortiumCache()
    let signIns = CredentialCache()
    let tokens = CredentialCache()
    let publicCache = PublicCache()
    package let figures = RequestFigures()
    let limiter = RateLimiter()
    let themes = ThemeSheets()

    /// Reads templates, texts and assets, all checked: a daemon with a fault in one of them does not start.
    package init(_ kohort: Kohort) throws {
        self.kohort = kohort
        guard let origin = Origin(kohort.settings.baseURL) else {
            throw SettingsProblem(key: "baseURL", found: kohort.settings.baseURL, allowed: "https://host[:port]")
        }
        guard let cookies = CookieRules(for: origin, plainHTTP: kohort.settings.plainHTTP) else {
            throw SettingsProblem(
                key: "baseURL", found: "\(origin)",
                allowed: "https, or http on this machine with the setting plainHTTP")
        }
        (self.origin, self.cookies) = (origin, cookies)
        files = try SiteFiles.bundled.get()
    }

    /// The outermost responder of the public listener; `more` are lines that a measurement or a test lays beside the
    /// site's own.
    package func front(isReady: @escaping @Sendable () async -> Bool, more: [Route] = []) throws -> Front {
        let table = try RouteTable(routes(isReady: isReady) + more)
        return Front(
            table, clock: kohort.clock, steps: [countPerAddress, refuseForeignForms, refuseAmbiguousQueries],
            isSecure: origin.scheme == "https", problem: Problem.init(ofSite:), errorPage: errorPage, figures: figures)
    }

    /// Forms come from our own pages; the JSON API takes no cookies, so nothing of it can be forged.
    private var refuseForeignForms: Step {
        { route, request, _ in
            if route.audience == .page { try SameOrigin.check(request, [origin]) }
            return nil
        }
    }

    /// A query that says a thing twice is read in two ways by two readers, unless the line of the table says that it may.
    private var refuseAmbiguousQueries: Step {
        { route, request, _ in
            if request.uri.query != nil { _ = try QueryParameters(request, repeating: route.repeating) }
            return nil
        }
    }

    private var errorPage: ErrorPage {
        { problem, request, context in
            let chosen = cookies.value(of: "kohort_language", in: request).flatMap(Language.init(rawValue:))
            let language = chosen ?? context.trail.language ?? context.language
            return try templates.render(ErrorScreen(problem, request, context, self, language), in: language)
        }
    }
}
