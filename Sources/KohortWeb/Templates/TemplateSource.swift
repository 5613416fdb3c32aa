import KohortCore

/// A template file as written, before its `[[keys]]` are replaced by texts.
struct TemplateSource: Sendable {
    /// The path in the folder without the ending, by which partials name it.
    let name: String
    let text: String

    var file: String { name + ".mustache" }

    func beginningForms(with markup: String) -> TemplateSource {
        TemplateSource(name: name, text: FormStart.adding(markup, to: text))
    }

    /// The template in one language: each `[[key]]` replaced by its text, escaped for HTML, with `{{name}}` for the
    /// text's `{name}`. Texts hold no line end, so lines keep their numbers.
    func translated(to language: Language, _ texts: Texts) -> (text: String, problems: [LoadProblem]) {
        var problems: [LoadProblem] = []
        var lines: [String] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            do { lines.append(try Self.translated(line, language, texts)) } catch {
                problems.append(LoadProblem(file, index + 1, error.reason))
            }
        }
        return (lines.joined(separator: "\n"), problems)
    }

    private struct Unknown: Error { let reason: String }

    private static func translated(
        _ line: Substring, _ language: Language, _ texts: Texts
    ) throws(Unknown) -> String {
        var translated = ""
        var rest = line
        while let open = rest.firstRange(of: "[[") {
            guard let close = rest[open.upperBound...].firstRange(of: "]]") else {
                throw Unknown(reason: "`[[` without `]]`")
            }
            let key = String(rest[open.upperBound..<close.lowerBound])
            guard let text = texts.raw(key, in: language) else { throw Unknown(reason: "no text `\(key)`") }
            translated += rest[..<open.lowerBound] + tags(in: text)
            rest = rest[close.upperBound...]
        }
        return translated + rest
    }

    private static func tags(in text: String) -> String {
        (TextPlaceholders.pieces(of: text) ?? []).map { piece in
            switch piece {
            case .text(let text): HTMLEscape.escaped(String(text))
            case .name(let name): "{{\(name)}}"
            }
        }.joined()
    }
}
