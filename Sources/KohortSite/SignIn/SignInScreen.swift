import KohortCore
import KohortWeb
import Tenancy

/// The page that a one-time link opens: a button, whatever the link is worth.
struct SignInScreen: Page {
    static let template = "signin/confirm"
    let chrome: Chrome
    let action: String
    let title: String

    init(_ visit: Visit, path: String) {
        let consortium = visit.consortium.profile.name.text(in: visit.language)
        title = visit.text("signin.title", ["consortium": consortium])
        (chrome, action) = (visit.chrome(title), visit.path(path))
    }

    static let fields: [String: PageField<Self>] = [
        "chrome": .model { $0.chrome },
        "action": .text { $0.action },
        "title": .text { $0.title },
    ]
}

/// What a link leads to that is unknown, spent or too old.
struct SpentLinkScreen: Page {
    static let template = "signin/spent"
    let chrome: Chrome

    static let fields: [String: PageField<Self>] = ["chrome": .model { $0.chrome }]
}
