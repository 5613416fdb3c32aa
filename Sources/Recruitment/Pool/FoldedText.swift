import KohortStore

/// Text without capitals, the same on both engines: of their `lower`, one knows ASCII alone.
enum FoldedText {
    /// The capitals of the Nordic, Sámi and Icelandic alphabets and of common foreign names.
    private static let capitals = "ÅÄÆÖØÁČĐŊŠŦŽÐÉÈÍÓÚÜÝÞ"

    /// An expression for a column of text, folded.
    static func column(_ name: StaticString) -> SQL {
        let replaced = capitals.reduce("\(Names(name))" as SQL) { folded, capital in
            "replace(\(folded), \(String(capital)), \(capital.lowercased()))"
        }
        return "lower(\(replaced))"
    }

    /// What a folded column that contains the text is `like`; `!` is the escape character.
    static func pattern(containing text: String) -> SQL {
        var escaped = ""
        for scalar in text.lowercased().unicodeScalars {
            if ["%", "_", "!"].contains(scalar) { escaped += "!" }
            escaped.unicodeScalars.append(scalar)
        }
        return "\("%" + escaped + "%") escape '!'"
    }
}
