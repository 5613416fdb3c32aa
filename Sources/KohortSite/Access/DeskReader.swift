import KohortCore
import KohortWeb

/// Reads the fields of a form into values, and gathers what is wrong with them.
struct DeskReader {
    private let form: Form
    private(set) var problems: [FieldProblem] = []

    init(_ form: Form) { self.form = form }

    mutating func email(_ name: String) -> EmailAddress? {
        let text = form.text(name)
        guard let email = EmailAddress(text) else {
            return refuse(name, text.isEmpty ? "text.required" : "email.invalid")
        }
        return email
    }

    mutating func oneOf<Value: RawRepresentable<String>>(_ name: String, _ values: [Value]) -> Value? {
        let text = form.text(name)
        guard let value = values.first(where: { $0.rawValue == text }) else {
            return refuse(name, text.isEmpty ? "choice.required" : "choice.unknown")
        }
        return value
    }

    /// Nil for an empty field, which is no problem.
    mutating func date(_ name: String) -> LocalDate? {
        let text = form.text(name)
        if text.isEmpty { return nil }
        return LocalDate(text) ?? refuse(name, "date.invalid")
    }

    mutating func number(_ name: String) -> Int? {
        let text = form.text(name)
        return Int(text) ?? refuse(name, text.isEmpty ? "text.required" : "number.invalid")
    }

    private mutating func refuse<Value>(_ name: String, _ code: String) -> Value? {
        problems.append(FieldProblem(name, code))
        return nil
    }
}
