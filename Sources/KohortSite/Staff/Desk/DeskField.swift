import KohortWeb

/// One field of a form: what it is called, what stands in it, and what is wrong with that.
struct DeskField: PageModel {
    enum Kind { case line, email, date, number, area, choice, oneOf, anyOf, file }

    let name: String
    let id: String
    let kind: Kind
    let label: String
    var hint = ""
    var value = ""
    var error = ""
    var isRequired = true
    var choices: [DeskChoice] = []

    private var type: String {
        switch kind {
        case .email: "email"
        case .date: "date"
        case .file: "file"
        default: "text"
        }
    }

    private var group: String? {
        switch kind {
        case .oneOf: "radio"
        case .anyOf: "checkbox"
        default: nil
        }
    }

    private var isInput: Bool { kind != .area && kind != .choice && group == nil }

    /// The ids of what describes the field, for `aria-describedby`.
    private var descriptions: String {
        [hint.isEmpty ? nil : id + "-hint", error.isEmpty ? nil : id + "-error"].compactMap(\.self).joined(
            separator: " ")
    }

    static let fields: [String: PageField<Self>] = [
        "name": .text { $0.name },
        "id": .text { $0.id },
        "type": .text { $0.type },
        "label": .text { $0.label },
        "hint": .text { $0.hint },
        "value": .text { $0.value },
        "error": .text { $0.error },
        "descriptions": .text { $0.descriptions },
        "required": .flag { $0.isRequired },
        "input": .flag { $0.isInput },
        "file": .flag { $0.kind == .file },
        "numeric": .flag { $0.kind == .number },
        "area": .flag { $0.kind == .area },
        "choice": .flag { $0.kind == .choice },
        "group": .text { $0.group },
        "choices": .list { $0.choices },
    ]
}

/// One of the values that a field can have.
struct DeskChoice: PageModel {
    let value: String
    let label: String
    var isChosen = false

    static let fields: [String: PageField<Self>] = [
        "option": .text { $0.value },
        "text": .text { $0.label },
        "chosen": .flag { $0.isChosen },
    ]
}
