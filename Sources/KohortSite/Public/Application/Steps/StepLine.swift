import KohortWeb

/// One step in the row of them, with the way to it where there is one.
struct StepLine: PageModel {
    let label: String
    let path: String?
    let isCurrent: Bool
    let isDone: Bool

    static let fields: [String: PageField<Self>] = [
        "label": .text { $0.label },
        "path": .text { $0.path },
        "current": .flag { $0.isCurrent },
        "done": .flag { $0.isDone },
    ]
}

/// One step's answers as they are looked over before they are sent.
struct AnswerPart: PageModel {
    let title: String
    let path: String
    let facts: [FactLine]
    let lacking: [String]

    static let fields: [String: PageField<Self>] = [
        "title": .text { $0.title },
        "path": .text { $0.path },
        "answered": .flag { !$0.facts.isEmpty },
        "facts": .list { $0.facts },
        "lacking": .texts { $0.lacking },
    ]
}
