import KohortCore
import KohortWeb
import Tenancy

/// The form by which a municipality registers its interest.
struct InterestPage: Page {
    static let template = "public/interest"
    let chrome: Chrome
    let lead: String
    let action: String
    let summary: ProblemSummary?
    let questions: [FieldModel]

    init(_ visit: Visit, _ programmes: [ProgrammeDefinition], _ form: Form, _ problems: [FieldProblem]) {
        chrome = visit.chrome(visit.text("interest.title"))
        let names = programmes.map { (value: $0.slug.text, label: $0.name.text(in: visit.language)) }
        lead = visit.text("interest.lead", ["programme": visit.format.list(names.map(\.label))])
        action = visit.path("/interest")
        let sheet = FormSheet(visit: visit, room: "interest", form: form, problems: problems)
        questions =
            (names.count > 1 ? [sheet.choice("programme", names)] : []) + [
                sheet.line("municipality", autocomplete: "organization"),
                sheet.line("contact_name", autocomplete: "name"),
                sheet.line("contact_email", type: "email", autocomplete: "email"),
                sheet.line("contact_phone", type: "tel", autocomplete: "tel", optional: true),
                sheet.prose("message", optional: true),
            ]
        summary = sheet.summary(questions)
    }

    static let fields: [String: PageField<Self>] = [
        "chrome": .model { $0.chrome },
        "lead": .text { $0.lead },
        "action": .text { $0.action },
        "summary": .model { $0.summary },
        "questions": .list { $0.questions },
    ]
}

/// Interest is registered.
struct InterestReceiptPage: Page {
    static let template = "public/interest-receipt"
    let chrome: Chrome

    static let fields: [String: PageField<Self>] = ["chrome": .model { $0.chrome }]
}
