import Hummingbird
import KohortCore
import KohortWeb

/// What went wrong, what to do about it and where to go on, in the reader's language.
struct ErrorWords: PageModel {
    let status: String
    let title: String
    let advice: String
    let requestID: String
    let kept: KeptWords?
    /// Where to sign in, for whom that is what is missing.
    let signIn: String?
    /// The front page of the consortium that the address names, if it does; whether there is one it does not tell.
    let home: String?

    init(
        _ problem: Problem, _ request: Request, _ context: KohortContext, _ texts: Texts, _ language: Language
    ) {
        kept = KeptWords(problem.sent, texts, in: language)
        let (home, status) = (Self.home(request), String(problem.status.code))
        let sent = kept == nil ? [] : [problem.code + ".sent"]
        let bare = home == nil ? [status + ".bare"] : []
        func text(_ part: String) -> String {
            (sent + bare + [problem.code, status, "other"]).lazy
                .compactMap { texts.text("error.\($0).\(part)", in: language) }.first ?? problem.title
        }
        (self.status, title, requestID) = (status, text("title"), context.requestID)
        advice = [text("advice"), Self.wait(problem, texts, language)].compactMap(\.self).joined(separator: " ")
        signIn = Self.signIn(problem).flatMap { page in home.map { $0 + page } }
        self.home = home
    }

    /// When to try again, of what is limited; anything else that passes does so in a moment.
    private static func wait(_ problem: Problem, _ texts: Texts, _ language: Language) -> String? {
        guard problem.status == .tooManyRequests, let wait = problem.retryAfter else { return nil }
        let minutes = max(1, (wait.components.seconds + 59) / 60)
        let number = ["number": String(minutes)]
        let time = texts.text("count.minutes.\(minutes == 1 ? "one" : "many")", in: language, number)
        return texts.text("error.wait", in: language, ["time": time ?? String(minutes)])
    }

    private static func home(_ request: Request) -> String? {
        let parts = request.uri.path.split(separator: "/")
        return parts.count < 2 ? nil : parts.first.flatMap { try? Slug(String($0)) }.map { "/\($0)" }
    }

    /// Below the consortium's address.
    private static func signIn(_ problem: Problem) -> String? {
        if problem.code == "signin.stale" { return AgainDesk.path + "?back=1" }
        let isMissing = problem.status == .unauthorized || ["gone", "form.foreign"].contains(problem.code)
        return isMissing ? "/sign-in?back=1" : nil
    }

    static let fields: [String: PageField<Self>] = [
        "status": .text { $0.status },
        "title": .text { $0.title },
        "advice": .text { $0.advice },
        "requestID": .text { $0.requestID },
        "kept": .model { $0.kept },
        "signIn": .text { $0.signIn },
        "home": .text { $0.home },
    ]
}
