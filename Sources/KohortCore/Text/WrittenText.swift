import Foundation

/// Checks on what people write: trimmed, in Unicode's composed form (NFC), bounded, without control characters.
package enum WrittenText {
    /// A single line such as a name or a title; reports `text.required`, `text.control` or `text.too_long` for
    /// `field`.
    package static func line(_ text: String, field: String, limit: Int = 200, problems: inout [FieldProblem]) -> String
    {
        check(seen(text), field: field, limit: limit, allowing: [], required: true, problems: &problems)
    }

    /// A single line that may be left empty.
    package static func optionalLine(
        _ text: String, field: String, limit: Int = 200, problems: inout [FieldProblem]
    ) -> String {
        check(seen(text), field: field, limit: limit, allowing: [], required: false, problems: &problems)
    }

    /// Several lines that may be left empty; line ends become LF.
    package static func prose(
        _ text: String, field: String, limit: Int = 10_000, problems: inout [FieldProblem]
    ) -> String {
        let lines = text.replacing("\r\n", with: "\n")
        return check(lines, field: field, limit: limit, allowing: ["\n", "\t"], required: false, problems: &problems)
    }

    /// Scripts and emoji need them.
    private static let joiners: Set<Unicode.Scalar> = ["\u{200C}", "\u{200D}"]

    /// Without what nobody sees, which comes along when somebody pastes, and could turn the words beside a name around;
    /// the joiners stay.
    private static func seen(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter { !isUnseen($0) || joiners.contains($0) }))
    }

    private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.generalCategory == .format }

    private static func check(
        _ text: String, field: String, limit: Int, allowing: Set<Unicode.Scalar>, required: Bool,
        problems: inout [FieldProblem]
    ) -> String {
        let composed = text.trimmingCharacters(in: .whitespaces).precomposedStringWithCanonicalMapping
        let hasControl = composed.unicodeScalars.contains {
            $0.properties.generalCategory == .control && !allowing.contains($0)
        }
        if hasControl {
            problems.append(FieldProblem(field, "text.control"))
        } else if required, composed.unicodeScalars.allSatisfy(isUnseen) {
            problems.append(FieldProblem(field, "text.required"))
        } else if composed.unicodeScalars.count > limit {
            problems.append(FieldProblem(field, "text.too_long", ["limit": String(limit)]))
        }
        return composed
    }
}
