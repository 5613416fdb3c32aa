import KohortCore
import KohortWeb

/// A form as it is shown: what was typed so far, what is wrong with it, and the words. A question's label is the text
/// `<room>.<name>`, its hint, where there is one, `<room>.<name>.hint`.
struct FormSheet: Sendable {
    let visit: Visit
    let room: String
    let form: Form
    let problems: [FieldProblem]

    func line(
        _ name: String, type: String = "text", autocomplete: String? = nil, inputmode: String? = nil,
        optional: Bool = false
    ) -> FieldModel {
        field(name, .line(type: type, autocomplete: autocomplete, inputmode: inputmode), optional: optional)
    }

    func prose(_ name: String, optional: Bool = false) -> FieldModel { field(name, .prose, optional: optional) }

    func check(_ name: String) -> FieldModel { field(name, .check) }

    func file(_ name: String, accept: String, multiple: Bool = false, optional: Bool = false) -> FieldModel {
        field(name, .file(accept: accept, multiple: multiple), optional: optional)
    }

    /// Answers to choose by value and label; the first, empty one says by the text `none` that nothing is chosen.
    func choice(
        _ name: String, _ answers: [(value: String, label: String)], none: String = "form.choose",
        optional: Bool = false
    ) -> FieldModel {
        let chosen = form.text(name)
        let none = [(value: "", label: visit.text(none))]
        let options = (none + answers).map {
            OptionModel(value: $0.value, label: $0.label, isChosen: $0.value == chosen)
        }
        return field(name, .choice(options), optional: optional)
    }

    /// What is wrong with a field, in words.
    func problem(of name: String) -> String? {
        problems.first { $0.field == name }.map { visit.words(for: $0, in: room) }
    }

    private func field(_ name: String, _ control: FieldModel.Control, optional: Bool = false) -> FieldModel {
        let key = "\(room).\(name)"
        return FieldModel(
            name: name, label: visit.text(key), hint: visit.site.texts.text("\(key).hint", in: visit.language),
            value: form.text(name), problem: problem(of: name), isOptional: optional, control: control)
    }

    /// What stands above a form that was not taken; nil while nothing is wrong. A field that the form does not show
    /// has no place to lead to.
    func summary(_ shown: [FieldModel], groups: Set<String> = []) -> ProblemSummary? {
        guard !problems.isEmpty else { return nil }
        let known = groups.union(shown.map(\.name))
        return ProblemSummary(
            title: visit.text("form.problems"),
            lines: problems.map { problem in
                let label = visit.text("\(room).\(problem.field)")
                let isKnown = known.contains(problem.field)
                let words = visit.words(for: problem, in: room)
                return ProblemLine(
                    path: isKnown ? "#field-\(problem.field)" : nil, text: isKnown ? "\(label): \(words)" : words)
            })
    }
}
