import HTTPTypes
import Hummingbird
import KohortCore
import KohortWeb

/// A page with one form that asks for something secret; what was typed into it is never shown again but for the address.
struct SecretForm: Page {
    static let template = "signin/form"
    let chrome: Chrome
    let title: String
    let notes: [String]
    let summary: ProblemSummary?
    let action: String
    let questions: [FieldModel]
    let button: String
    var factor: FactorNote?

    /// The texts are `<room>.title`, `<room>.what` and `<room>.press`, and those of the questions.
    init(_ visit: Visit, _ room: String, _ path: String, _ refusal: SecretRefusal, _ questions: [Question]) {
        title = visit.text("\(room).title")
        (chrome, notes) = (visit.chrome(title), [visit.text("\(room).what")])
        (action, button) = (visit.path(path), visit.text("\(room).press"))
        let sheet = FormSheet(visit: visit, room: room, form: refusal.kept, problems: refusal.problems)
        self.questions = questions.map {
            $0.type == "checkbox"
                ? sheet.check($0.name) : sheet.line($0.name, type: $0.type, autocomplete: $0.autocomplete)
        }
        summary = refusal.summary(visit, sheet, self.questions)
    }

    struct Question {
        let name: String
        var type = "text"
        var autocomplete: String?

        static let email = Question(name: "email", type: "email", autocomplete: "username")
        static let newEmail = Question(name: "email", type: "email", autocomplete: "email")
        static let password = Question(name: "password", type: "password", autocomplete: "current-password")
        static let current = Question(name: "current", type: "password", autocomplete: "current-password")
        static let fresh = Question(name: "password", type: "password", autocomplete: "new-password")
        static let others = Question(name: "others", type: "checkbox")
        static let code = Question(name: "code", autocomplete: "one-time-code")
    }

    static let fields: [String: PageField<Self>] = [
        "chrome": .model { $0.chrome },
        "title": .text { $0.title },
        "notes": .texts { $0.notes },
        "summary": .model { $0.summary },
        "action": .text { $0.action },
        "questions": .list { $0.questions },
        "button": .text { $0.button },
        "factor": .model { $0.factor },
    ]
}

/// What an authenticator needs to know, as text and as a link that it opens.
struct FactorNote: PageModel {
    let words: String
    let link: String
    /// Comes back with the form.
    let sealed: String

    static let fields: [String: PageField<Self>] = [
        "words": .text { $0.words },
        "link": .text { $0.link },
        "sealed": .text { $0.sealed },
    ]
}

/// Why a form was not taken; as a whole, or field by field.
struct SecretRefusal {
    var status = HTTPResponse.Status.ok
    /// What may be shown again.
    var kept = Form()
    var problems: [FieldProblem] = []
    /// Said of the form as a whole.
    var words: String?
    var retryAfter: Int?

    func summary(_ visit: Visit, _ sheet: FormSheet, _ shown: [FieldModel]) -> ProblemSummary? {
        if let words {
            return ProblemSummary(title: visit.text("form.problems"), lines: [ProblemLine(path: nil, text: words)])
        }
        return sheet.summary(shown)
    }
}

/// The codes that stand for a lost authenticator, shown this once.
struct RecoveryScreen: Page {
    static let template = "signin/recovery"
    let chrome: Chrome
    let title: String
    let codes: [String]
    let next: String

    init(_ visit: Visit, _ codes: [String], next: String = SetUp.path) {
        title = visit.text("recovery.title")
        (chrome, self.codes, self.next) = (visit.chrome(title), codes, visit.path(next))
    }

    static let fields: [String: PageField<Self>] = [
        "chrome": .model { $0.chrome },
        "title": .text { $0.title },
        "codes": .texts { $0.codes },
        "next": .text { $0.next },
    ]
}

extension Visit {
    /// A page whose form was refused, or is fresh.
    func page(_ screen: some Page, _ refusal: SecretRefusal) throws -> Response {
        var response = try page(screen, status: refusal.status)
        if let seconds = refusal.retryAfter { response.headers[.retryAfter] = String(seconds) }
        return response
    }

    /// An account that is to rest: said with how long.
    func resting(_ seconds: Int, keeping kept: Form = Form()) -> SecretRefusal {
        let words = text("password.wait", ["seconds": format.number(seconds)])
        return SecretRefusal(status: .tooManyRequests, kept: kept, words: words, retryAfter: seconds)
    }
}
