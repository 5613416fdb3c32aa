/// Reads a template's tags to check them; swift-mustache reads them again to render. Tags that would leave text
/// unescaped, change the delimiters or name a partial at run time are refused.
struct TemplateParser {
    private struct Tag {
        let sigil: Character?
        let name: String
        let line: Int
    }

    private let file: String
    private var rest: Substring
    private var line = 1

    private init(_ file: String, _ text: String) { (self.file, self.rest) = (file, text[...]) }

    static func parse(_ file: String, _ text: String) throws(LoadProblem) -> [TemplateNode] {
        var parser = TemplateParser(file, text)
        return try parser.nodes(within: nil)
    }

    private mutating func nodes(within open: Tag?) throws(LoadProblem) -> [TemplateNode] {
        var nodes: [TemplateNode] = []
        while let tag = try nextTag() {
            switch tag.sigil {
            case "!": break
            case "/":
                guard tag.name == open?.name else { throw problem(tag.line, "nothing open is closed by `\(tag.name)`") }
                return nodes
            default: nodes.append(try node(tag))
            }
        }
        if let open { throw problem(open.line, "`\(open.name)` is not closed") }
        return nodes
    }

    private mutating func node(_ tag: Tag) throws(LoadProblem) -> TemplateNode {
        switch tag.sigil {
        case "#": .section(tag.name, try nodes(within: tag), line: tag.line)
        case "^": .inverted(tag.name, try nodes(within: tag), line: tag.line)
        case "$": .block(tag.name, try nodes(within: tag), line: tag.line)
        case "<": .parent(tag.name, blocks: try blocks(within: tag), line: tag.line)
        case ">": .partial(tag.name, line: tag.line)
        default: .variable(tag.name, line: tag.line)
        }
    }

    private mutating func blocks(within tag: Tag) throws(LoadProblem) -> [String: [TemplateNode]] {
        var blocks: [String: [TemplateNode]] = [:]
        for node in try nodes(within: tag) {
            guard case .block(let name, let nodes, let line) = node else {
                throw problem(tag.line, "only blocks may stand within `<\(tag.name)`")
            }
            if blocks.updateValue(nodes, forKey: name) != nil { throw problem(line, "`$\(name)` is filled twice") }
        }
        return blocks
    }

    private mutating func nextTag() throws(LoadProblem) -> Tag? {
        guard let open = rest.firstRange(of: "{{") else { return nil }
        skip(to: open.upperBound)
        guard let close = rest.firstRange(of: "}}") else { throw problem(line, "`{{` without `}}`") }
        let content = rest[..<close.lowerBound]
        let start = line
        skip(to: close.upperBound)
        return try tag(content, start)
    }

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

    private func problem(_ line: Int, _ reason: String) -> LoadProblem { LoadProblem(file, line, reason) }
}
