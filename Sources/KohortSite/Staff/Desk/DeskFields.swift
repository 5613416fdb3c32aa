import KohortCore
import KohortWeb

/// Makes the fields of one form: filled with what was typed where it was refused, and with what stands where not.
struct DeskFields {
    let visit: Visit
    /// Before the names of the form's texts: `employer.demand` for `employer.demand.title`.
    let texts: String
    /// Before the ids, where a page has several forms with the same fields.
    var idPrefix = ""
    var refusal: Refusal?

    func line(_ name: String, _ value: String = "", hinted: Bool = false) -> DeskField {
        field(name, .line, value, hinted)
    }

    func optional(_ name: String, _ kind: DeskField.Kind = .line, _ value: String = "", hinted: Bool = false)
        -> DeskField
    {
        var field = field(name, kind, value, hinted)
        field.isRequired = false
        return field
    }

    func field(_ name: String, _ kind: DeskField.Kind, _ value: String = "", _ hinted: Bool = false) -> DeskField {
        let problems = refusal?.problems.filter { $0.field == name } ?? []
        return DeskField(
            name: name, id: "field-\(idPrefix)\(name)", kind: kind, label: visit.text("\(texts).\(name)"),
            hint: hinted ? visit.text("\(texts).\(name).hint") : "", value: refusal?.typed.text(name) ?? value,
            error: problems.map(visit.words(for:)).joined(separator: " "))
    }

    /// A field with a closed list of values; of `oneOf` and `choice` one is chosen, of `anyOf` any. Where nothing is
    /// said, only `oneOf` is required.
    func choices(
        _ name: String, _ kind: DeskField.Kind, _ choices: [(value: String, label: String)], chosen: [String],
        hinted: Bool = false, required: Bool? = nil
    ) -> DeskField {
        let chosen = refusal?.typed.list(name) ?? chosen
        var field = field(name, kind, "", hinted)
        field.isRequired = required ?? (kind == .oneOf)
        field.choices = choices.map {
            DeskChoice(value: $0.value, label: $0.label, isChosen: chosen.contains($0.value))
        }
        return field
    }
}
