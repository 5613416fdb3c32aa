import KohortCore
import Yams

extension Place {
    /// The scalar that stands here; anything else is reported as not being what is allowed.
    private func scalar(_ allowed: String) -> Node.Scalar? {
        guard let node else { return nil }
        guard case .scalar(let scalar) = node, !scalar.isNothing else {
            report(.valueType, allowed: allowed)
            return nil
        }
        return scalar
    }

    /// A whole number, written plainly: `18`, not `"18"`, `1_8` or `18.0`.
    func integer(_ range: ClosedRange<Int>) -> Int {
        let allowed = "a whole number, \(Found.range(range))"
        guard let scalar = scalar(allowed) else { return range.lowerBound }
        guard scalar.style == .plain, let value = Int(scalar.string), String(value) == scalar.string else {
            report(.valueType, allowed: allowed)
            return range.lowerBound
        }
        guard range.contains(value) else {
            report(.valueRange, allowed: allowed)
            return range.lowerBound
        }
        return value
    }

    func flag() -> Bool {
        guard let scalar = scalar("true or false") else { return false }
        guard scalar.style == .plain, let value = Bool(scalar.string) else {
            report(.valueType, allowed: "true or false")
            return false
        }
        return value
    }

    /// One of a closed set of words, or the stand-in when it is none of them.
    func word<Word: RawRepresentable<String> & CaseIterable>(or standIn: Word) -> Word {
        let words = Word.allCases.map(\.rawValue)
        let allowed = "one of \(Listing.of(words))"
        guard let scalar = scalar(allowed) else { return standIn }
        if let word = Word(rawValue: scalar.string) { return word }
        let nearest = NearestWord.to(scalar.string, among: words).map { "; did you mean \($0)?" } ?? ""
        report(.valueWord, allowed: allowed + nearest)
        return standIn
    }

    /// One line of text, trimmed and composed.
    func text(_ limit: Int = 200) -> String {
        guard let scalar = scalar("a text") else { return "" }
        var problems: [FieldProblem] = []
        let text = WrittenText.line(scalar.string, field: path.description, limit: limit, problems: &problems)
        for problem in problems {
            let code = DefinitionProblem.Code(rawValue: problem.code) ?? .valueType
            report(code, allowed: "1 to \(limit) letters on one line, without control characters")
        }
        return text
    }

    func date() -> LocalDate {
        let allowed = "a date of the calendar, YYYY-MM-DD"
        let standIn = LocalDate(daysSince1970: 0)
        guard let scalar = scalar(allowed) else { return standIn }
        if let date = LocalDate(scalar.string) { return date }
        report(.dateImpossible, allowed: allowed)
        return standIn
    }

    /// A text that another type reads, such as a time zone; reported with `allowed` when that type refuses it.
    func value<Value>(_ allowed: String, _ code: DefinitionProblem.Code = .valueType, _ read: (String) -> Value?)
        -> Value?
    {
        guard let scalar = scalar(allowed) else { return nil }
        let value = read(scalar.string)
        if value == nil { report(code, allowed: allowed) }
        return value
    }
}
