import HTTPTypes
import KohortCore
import KohortWeb

/// What went wrong and what to do, in the reader's language; it needs no tenant.
struct ErrorScreen: Page {
    static let template = "error"
    let status: String
    let title: String
    let advice: String
    let requestID: String
    let stylesheet: String
    let language: String
    /// Where to sign in, for whom that is what is missing.
    let signIn: String?

    init(_ problem: Problem, _ context: KohortContext, _ texts: Texts, _ assets: Assets) {
        func text(_ part: String) -> String {
            texts.text("error.\(problem.code).\(part)", in: context.language)
                ?? texts.text("error.\(problem.status.code).\(part)", in: context.language)
                ?? texts.text("error.other.\(part)", in: context.language) ?? problem.title
        }
        status = String(problem.status.code)
        (title, advice) = (text("title"), text("advice"))
        requestID = context.requestID
        stylesheet = assets.path("site.css") ?? ""
        language = context.language.rawValue
        let page: String? =
            if problem.code == "signin.stale" { AgainDesk.path } else {
                [.unauthorized, .gone].contains(problem.status) ? "/sign-in" : nil
            }
        signIn = page.flatMap { page in (try? context.slug("tenant")).map { "/\($0)\(page)?back=1" } }
    }

    static let fields: [String: PageField<Self>] = [
        "status": .text { $0.status },
        "title": .text { $0.title },
        "advice": .text { $0.advice },
        "requestID": .text { $0.requestID },
        "stylesheet": .text { $0.stylesheet },
        "language": .text { $0.language },
        "signIn": .text { $0.signIn },
    ]
}
