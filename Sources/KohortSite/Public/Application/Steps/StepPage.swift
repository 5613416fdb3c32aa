import KohortCore
import KohortWeb
import Recruitment

/// One step of an application.
struct StepPage: Page {
    static let template = "public/step"
    let chrome: Chrome
    let place: StepPlace
    let sheet: ApplicationSheet
    let form: Form
    let notice: String?
    let present: [FileLine]
    let answers: [AnswerPart]
    let summary: ProblemSummary?
    /// Only of an application that has not been kept yet.
    let pass: ApplicationPass?
    let isDraft: Bool

    static let fields: [String: PageField<Self>] = [
        "chrome": .model { $0.chrome },
        "title": .text { $0.place.title },
        "call": .text { $0.place.call },
        "back": .model { $0.place.back },
        "deadline": .text { $0.place.deadline },
        "count": .text { $0.place.count },
        "steps": .list { $0.place.steps },
        "previous": .text { $0.place.previous },
        "action": .text { $0.place.action },
        "step": .text { $0.place.step.rawValue },
        "pass": .model { $0.pass },
        "carried": .texts { $0.pass == nil ? [] : $0.form.list("wishes") },
        "notice": .text { $0.notice },
        "summary": .model { $0.summary },
        "questions": .list { $0.questions },
        "wishes": .model { $0.place.step == .wishes ? WishBoard($0.place.open, $0.form) : nil },
        "wishProblem": .text { $0.sheet.wishProblem },
        "filing": .flag { $0.place.step == .files },
        "anyPresent": .flag { !$0.present.isEmpty },
        "present": .list { $0.present },
        "looking": .flag { $0.place.step == .look },
        "answers": .list { $0.answers },
        "draft": .flag { $0.isDraft },
    ]

    private var questions: [FieldModel] {
        switch place.step {
        case .you: sheet.you
        case .education: sheet.education
        case .wishes: []
        case .files: sheet.files
        case .look: sheet.last
        }
    }
}

/// Where a step stands: in which call, after which and before which.
struct StepPlace: Sendable {
    let step: ApplicationStep
    let open: OpenCall
    let title: String
    let call: String
    let back: FactLine
    let deadline: String
    let count: String
    let steps: [StepLine]
    let previous: String?
    let action: String
}
