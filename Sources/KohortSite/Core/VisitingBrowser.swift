import Hummingbird
import KohortApp
import KohortCore
import KohortWeb
import Tenancy

/// A browser, told from all others by random bits in a cookie, which say nothing of who sits at it.
struct VisitingBrowser: Sendable {
    let secret: Secret
    /// Whether it has yet to be given its cookie.
    let isNew: Bool
}

extension Site {
    fileprivate static let lasting = Duration.seconds(365 * 24 * 60 * 60)

    func browser(of tenant: TenantID, _ request: Request) -> VisitingBrowser {
        let known = cookies.value(of: Self.browserCookie(of: tenant), in: request)
        return VisitingBrowser(secret: known.map { Secret($0) } ?? Secret(), isNew: known == nil)
    }

    fileprivate static func browserCookie(of tenant: TenantID) -> String { "kohort_browser_\(tenant)" }
}

extension Visit {
    func from(_ browser: VisitingBrowser) -> Visit {
        var visit = self
        visit.browser = browser
        return visit
    }

    /// The cookie that a new browser is given. It outlasts every sign-in, so that a form that stood open while somebody
    /// signed in anew beside it is still theirs.
    func knowing(_ browser: VisitingBrowser) -> String {
        site.cookies.setting(
            Site.browserCookie(of: open.tenant.id), to: browser.secret.text, maxAge: Site.lasting)
    }
}
