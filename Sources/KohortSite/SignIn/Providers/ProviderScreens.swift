import KohortApp
import KohortWeb

/// The last step before a provider's own pages, where something is to be linked.
struct ProviderLeaveScreen: Page {
    static let template = "signin/provider-leave"
    let chrome: Chrome
    let title: String
    let next: String
    let url: String

    init(_ visit: Visit, _ departure: ProviderSignIn.Departure) {
        title = visit.text("signin.link.title", ["provider": departure.label])
        next = visit.text("signin.link.next", ["provider": departure.label])
        (chrome, url) = (visit.chrome(title), departure.url)
    }

    static let fields: [String: PageField<Self>] = [
        "chrome": .model { $0.chrome },
        "title": .text { $0.title },
        "next": .text { $0.next },
        "url": .text { $0.url },
    ]
}

/// Why nobody came in, and what can be done about it.
struct ProviderTroubleScreen: Page {
    static let template = "signin/provider-trouble"
    let chrome: Chrome
    let title: String
    let why: String
    let advice: String
    let again: String
    let back: String

    init(_ visit: Visit, _ trouble: ProviderTrouble) {
        let isPresence = trouble == .presence
        title = visit.text(isPresence ? "signin.trouble.presence.title" : "signin.trouble.title")
        why = visit.text("signin.trouble.\(trouble.rawValue)")
        advice = visit.text("signin.trouble.\(trouble.rawValue).next")
        (chrome, again) = (visit.chrome(title), visit.path(isPresence ? AgainDesk.path : "/sign-in"))
        back = visit.text(isPresence ? "again.title" : "signin.trouble.again")
    }

    static let fields: [String: PageField<Self>] = [
        "chrome": .model { $0.chrome },
        "title": .text { $0.title },
        "why": .text { $0.why },
        "advice": .text { $0.advice },
        "again": .text { $0.again },
        "back": .text { $0.back },
    ]
}
