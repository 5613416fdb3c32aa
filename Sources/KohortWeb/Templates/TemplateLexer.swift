/// Reads a template's text and tags in turn. A tag that is alone on its line, a name excepted, leaves no line behind.
/// Tags that would leave text unescaped, change the delimiters or name a partial at run time are refused.
struct TemplateLexer {
    struct Tag {
        let sigil: Character?
        let name: String
        let line: Int
        var isAlone = false
    }

    let file: String
    private var rest: Substring
    private var line = 1
    /// Whether nothing that shows has been read on this line.
    var startsLine = true

    init(_ file: String, _ text: String) { (self.file, self.rest) = (file, text[...]) }

    /// The text up to the next tag, and that tag; none at the end.
    mutating func next() throws(LoadProblem) -> (text: String, tag: Tag?) {
        guard let open = rest.firstRange(of: "{{") else { return (String(rest), nil) }
        let text = rest[..<open.lowerBound]
        skip(to: open.upperBound)
        guard let close = rest.firstRange(of: "}}") else { throw problem(line, "`{{` without `}}`") }
        var tag = try tag(rest[..<close.lowerBound], line)
        skip(to: close.upperBound)
        return (String(trimmed(text, before: &tag)), tag)
    }

    func problem(_ line: Int, _ reason: String) -> LoadProblem { LoadProblem(file, line, reason) }

    /// Takes away the rest of a line on which nothing but the tag stands.
    private mutating func trimmed(_ text: Substring, before tag: inout Tag) -> Substring {
        let margin = text.reversed().prefix(while: Self.isBlank).count
        let shown = text.dropLast(margin)
        startsLine = shown.last?.isNewline ?? startsLine
        let blank = rest.prefix(while: Self.isBlank)
        let end = rest[blank.endIndex...]
        tag.isAlone = startsLine && tag.sigil != nil && (rest.isEmpty || end.first?.isNewline ?? false)
        startsLine = tag.isAlone
        guard tag.isAlone else { return text }
        skip(to: end.dropFirst().startIndex)
        return shown
    }

    private static func isBlank(_ character: Character) -> Bool { character == " " || character == "\t" }

    private func tag(_ content: Substring, _ line: Int) throws(LoadProblem) -> Tag {
        let sigil = content.first.flatMap { "#^/$<>!{&%=".contains($0) ? $0 : nil }
        let name = (sigil == nil ? content : content.dropFirst()).trimming(while: \.isWhitespace)
        switch sigil {
        case "{", "&": throw problem(line, "text must be escaped: write `{{name}}`")
        case "%", "=": throw problem(line, "neither pragmas nor other delimiters are allowed")
        case "!": return Tag(sigil: sigil, name: "", line: line)
        default:
            guard isAllowed(name, sigil) else { throw problem(line, "`\(name)` cannot be the name of a tag") }
            return Tag(sigil: sigil, name: String(name), line: line)
        }
    }

    private func isAllowed(_ name: Substring, _ sigil: Character?) -> Bool {
        switch sigil {
        case "<", ">": TemplateName.isPath(name)
        case "$": TemplateName.isName(name)
        case "/": TemplateName.isPath(name) || name.split(separator: ".").allSatisfy(TemplateName.isName)
        case nil where name == ".": true
        default:
            !name.isEmpty
                && name.split(separator: ".", omittingEmptySubsequences: false).allSatisfy(TemplateName.isName)
        }
    }

    private mutating func skip(to index: Substring.Index) {
        line += rest[..<index].utf8.count { $0 == UInt8(ascii: "\n") }
        rest = rest[index...]
    }
}
