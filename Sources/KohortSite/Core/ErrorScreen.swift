import Hummingbird
import KohortCore
import KohortWeb

/// What went wrong and what to do. It needs no tenant and names none, so that it is the same whatever is not there.
struct ErrorScreen: Page {
    static let template = "error"
    let words: ErrorWords
    let stylesheet: String
    let icon: String
    let language: String

    init(_ problem: Problem, _ request: Request, _ context: KohortContext, _ site: Site, _ language: Language) {
        words = ErrorWords(problem, request, context, site.texts, language)
        icon = site.assets.path("icon.svg") ?? ""
        stylesheet = site.assets.path("site.css") ?? ""
        self.language = language.rawValue
    }

    static let fields: [String: PageField<Self>] = [
        "words": .model { $0.words },
        "icon": .text { $0.icon },
        "stylesheet": .text { $0.stylesheet },
        "language": .text { $0.language },
    ]
}
