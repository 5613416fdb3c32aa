import Hummingbird
import KohortCore
import KohortWeb

/// What went wrong and what to do; it needs no tenant.
struct ErrorScreen: Page {
    static let template = "error"
    let words: ErrorWords
    let stylesheet: String
    let icon: String
    let language: String

    init(_ problem: Problem, _ request: Request, _ context: KohortContext, _ site: Site) {
        words = ErrorWords(problem, request, context, site)
        icon = site.assets.path("icon.svg") ?? ""
        stylesheet = site.assets.path("site.css") ?? ""
        language = context.language.rawValue
    }

    static let fields: [String: PageField<Self>] = [
        "words": .model { $0.words },
        "icon": .text { $0.icon },
        "stylesheet": .text { $0.stylesheet },
        "language": .text { $0.language },
    ]
}

/// The same within a tenant's frame: its name, the reader's ways on and the languages.
struct TenantErrorScreen: Page {
    static let template = "tenant-error"
    let chrome: Chrome
    let words: ErrorWords

    init(_ problem: Problem, _ request: Request, _ visit: Visit) {
        words = ErrorWords(problem, request, visit.context, visit.site, visit)
        chrome = visit.chrome(words.title)
    }

    static let fields: [String: PageField<Self>] = ["chrome": .model { $0.chrome }, "words": .model { $0.words }]
}
