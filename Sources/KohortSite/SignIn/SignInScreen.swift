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

/// Where a sign-in link is asked for, by address.
struct AskScreen: Page {
    static let template = "signin/ask"
    let chrome: Chrome
    let lead: String
    /// Why the reader stands here instead of where they wanted to go.
    let notice: String?
    let action: String
    let summary: ProblemSummary?
    let questions: [FieldModel]
    /// What else there is to sign in by.
    let providers: [ChromeLink]
    /// Where passwords are asked for; nil where nobody has one.
    let password: String?

    init(
        _ visit: Visit, _ offered: OfferedProviders.Answer, _ form: Form = Form(), _ problems: [FieldProblem] = []
    ) {
        let consortium = visit.consortium.profile.name.text(in: visit.language)
        self.init(
            visit, offered, title: visit.text("signin.title", ["consortium": consortium]), notice: nil, form,
            problems)
    }

    /// After a link that did not sign anybody in.
    init(_ visit: Visit, _ offered: OfferedProviders.Answer, instead code: String) {
        self.init(
            visit, offered, title: visit.text("\(code).title"), notice: visit.text("\(code).why"), Form(), [])
    }

    private init(
        _ visit: Visit, _ offered: OfferedProviders.Answer, title: String, notice: String?, _ form: Form,
        _ problems: [FieldProblem]
    ) {
        (chrome, self.notice) = (visit.chrome(title), notice)
        lead = visit.text("signin.lead")
        action = visit.path("/sign-in")
        let sheet = FormSheet(visit: visit, room: "signin", form: form, problems: problems)
        questions = [sheet.line("email", type: "email", autocomplete: "email")]
        summary = sheet.summary(questions)
        password = offered.takesPasswords ? visit.path("/sign-in/password") : nil
        providers = offered.providers.map { line in
            ChromeLink(
                label: visit.text("signin.with", ["provider": line.label]),
                path: visit.path("/sign-in/with/\(line.slug)"), isCurrent: false)
        }
    }

    static let fields: [String: PageField<Self>] = [
        "chrome": .model { $0.chrome },
        "title": .text { $0.chrome.title },
        "lead": .text { $0.lead },
        "notice": .text { $0.notice },
        "action": .text { $0.action },
        "summary": .model { $0.summary },
        "questions": .list { $0.questions },
        "any": .flag { !$0.providers.isEmpty },
        "providers": .list { $0.providers },
        "password": .text { $0.password },
    ]
}

/// That a link is on its way, if the address is known.
struct AskedScreen: Page {
    static let template = "signin/asked"
    let chrome: Chrome

    static let fields: [String: PageField<Self>] = ["chrome": .model { $0.chrome }]
}
