import KohortWeb

/// One question of a form: what is asked, what was typed, and what is wrong with it. Shown by `partials/field`.
struct FieldModel: PageModel {
    /// How the question is asked.
    enum Control: Sendable {
        case line(type: String, autocomplete: String?, inputmode: String?)
        case prose
        case choice([OptionModel])
        case check
        case file(accept: String, multiple: Bool)
    }

    /// The form's own name for it, which problems bear too.
    let name: String
    let label: String
    let hint: String?
    let value: String
    let problem: String?
    let isOptional: Bool
    let control: Control
    /// Where links lead that point at the field.
    var id: String { "field-\(name)" }

    static let fields: [String: PageField<Self>] = [
        "id": .text { $0.id },
        "name": .text { $0.name },
        "label": .text { $0.label },
        "hint": .text { $0.hint },
        "value": .text { $0.value },
        "problem": .text { $0.problem },
        "optional": .flag { $0.isOptional },
        "describedBy": .text { $0.describedBy },
        "line": .flag { if case .line = $0.control { true } else { false } },
        "type": .text { if case .line(let type, _, _) = $0.control { type } else { nil } },
        "autocomplete": .text { if case .line(_, let autocomplete, _) = $0.control { autocomplete } else { nil } },
        "inputmode": .text { if case .line(_, _, let inputmode) = $0.control { inputmode } else { nil } },
        "prose": .flag { if case .prose = $0.control { true } else { false } },
        "choice": .flag { if case .choice = $0.control { true } else { false } },
        "options": .list { if case .choice(let options) = $0.control { options } else { [] } },
        "check": .flag { if case .check = $0.control { true } else { false } },
        "checked": .flag { !$0.value.isEmpty },
        "file": .flag { if case .file = $0.control { true } else { false } },
        "accept": .text { if case .file(let accept, _) = $0.control { accept } else { nil } },
        "multiple": .flag { if case .file(_, let multiple) = $0.control { multiple } else { false } },
    ]

    private var describedBy: String {
        [hint.map { _ in "\(id)-hint" }, problem.map { _ in "\(id)-problem" }].compactMap(\.self).joined(separator: " ")
    }
}

/// One answer to choose.
struct OptionModel: PageModel {
    let value: String
    let label: String
    let isChosen: Bool

    static let fields: [String: PageField<Self>] = [
        "value": .text { $0.value },
        "label": .text { $0.label },
        "chosen": .flag { $0.isChosen },
    ]
}
