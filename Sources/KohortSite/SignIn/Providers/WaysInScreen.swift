import Hummingbird
import KohortCore
import KohortWeb
import Tenancy

/// What somebody can sign in by at this tenant.
struct WaysInScreen: Page {
    static let template = "signin/front"
    let chrome: Chrome
    let title: String
    let providers: [ChromeLink]

    init(_ visit: Visit, _ offered: [OfferedProviders.Line]) {
        title = visit.text("signin.title", ["consortium": visit.consortium.profile.name.text(in: visit.language)])
        chrome = visit.chrome(title)
        providers = offered.map { line in
            ChromeLink(
                label: visit.text("signin.with", ["provider": line.label]),
                path: visit.path("/sign-in/with/\(line.slug)"), isCurrent: false)
        }
    }

    static func show(_ request: Request, _ visit: Visit) async throws -> Response {
        try visit.page(WaysInScreen(visit, try await visit.fetch(OfferedProviders())))
    }

    static let fields: [String: PageField<Self>] = [
        "chrome": .model { $0.chrome },
        "title": .text { $0.title },
        "any": .flag { !$0.providers.isEmpty },
        "providers": .list { $0.providers },
    ]
}
