import KohortCore
import KohortWeb
import Tenancy

/// The ways in which the reader can show again who they are.
struct AgainWays {
    /// Their address, where they have a password.
    var password: EmailAddress?
    /// The providers that know them.
    var providers: [ChromeLink] = []
    /// Whom a link is mailed to, where that is enough for what they may do.
    var asker: AskForSignIn.Asker?

    init(_ visit: Visit) async throws {
        switch visit.actor {
        case .applicant(let candidacy): asker = .candidacy(candidacy)
        case .person:
            let (own, ways) = (try await visit.fetch(OwnPassword()), try await visit.fetch(OwnWays()))
            password = own.hash == nil ? nil : own.email
            providers = Set(ways.linked.map(\.provider)).sorted().map { slug in
                ChromeLink(
                    label: visit.text("signin.with", ["provider": ways.labels[slug] ?? slug.text]),
                    path: visit.path("/sign-in/with/\(slug)?again=1"), isCurrent: false)
            }
            if visit.identity.terms.weakest == .mailbox { asker = .address(own.email) }
        case .anonymous, .token, .operator, .system: throw Rejection.forbidden
        }
    }
}

/// The page that asks.
struct AgainScreen: Page {
    static let template = "signin/again"
    let chrome: Chrome
    let title: String
    let summary: ProblemSummary?
    let password: AgainForm?
    let providers: [ChromeLink]
    /// Where a link is asked for.
    let mail: String?

    init(_ visit: Visit, _ ways: AgainWays, _ refusal: SecretRefusal = SecretRefusal()) {
        title = visit.text("again.title")
        chrome = visit.chrome(title)
        let sheet = FormSheet(visit: visit, room: "again", form: Form(), problems: refusal.problems)
        let questions = [SecretForm.Question.password, .code].map {
            sheet.line($0.name, type: $0.type, autocomplete: $0.autocomplete)
        }
        password = ways.password.map { _ in AgainForm(action: visit.path(AgainDesk.path), questions: questions) }
        providers = ways.providers
        mail = ways.asker.map { _ in visit.path("\(AgainDesk.path)/link") }
        summary = refusal.summary(visit, sheet, questions)
    }

    static let fields: [String: PageField<Self>] = [
        "chrome": .model { $0.chrome },
        "title": .text { $0.title },
        "summary": .model { $0.summary },
        "password": .model { $0.password },
        "any": .flag { !$0.providers.isEmpty },
        "providers": .list { $0.providers },
        "mail": .text { $0.mail },
        "nothing": .flag { $0.password == nil && $0.providers.isEmpty && $0.mail == nil },
    ]
}

/// Password and second factor in one form.
struct AgainForm: PageModel {
    let action: String
    let questions: [FieldModel]

    static let fields: [String: PageField<Self>] = [
        "action": .text { $0.action },
        "questions": .list { $0.questions },
    ]
}
