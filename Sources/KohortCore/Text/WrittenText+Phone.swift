extension WrittenText {
    private static let digits = 5...15

    /// A phone number that may be left empty: 5 to 15 digits (E.164) with what people put between them, and a `+` first
    /// where it has a country code. Reports `phone.invalid` or `phone.length` for `field`, or what a line does.
    package static func optionalPhone(_ text: String, field: String, problems: inout [FieldProblem]) -> String {
        let found = problems.count
        let written = optionalLine(text, field: field, limit: 40, problems: &problems)
        guard problems.count == found, !written.isEmpty else { return written }
        if let problem = problem(ofPhone: written, field: field) { problems.append(problem) }
        return written
    }

    private static func problem(ofPhone text: String, field: String) -> FieldProblem? {
        let number = (text.hasPrefix("+") ? text.dropFirst() : Substring(text)).unicodeScalars
        let figures = number.filter { ("0"..."9").contains($0) }
        guard number.allSatisfy({ ("0"..."9").contains($0) || " -()/.".unicodeScalars.contains($0) }) else {
            return FieldProblem(field, "phone.invalid")
        }
        if digits.contains(figures.count) { return nil }
        return FieldProblem(
            field, "phone.length", ["from": String(digits.lowerBound), "to": String(digits.upperBound)])
    }
}
