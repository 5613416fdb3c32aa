/// Makes a tree of a template's text and tags.
struct TemplateParser {
    private typealias Tag = TemplateLexer.Tag

    private var lexer: TemplateLexer

    static func parse(_ file: String, _ text: String) throws(LoadProblem) -> [TemplateNode] {
        var parser = TemplateParser(lexer: TemplateLexer(file, text))
        return try parser.nodes(within: nil)
    }

    private mutating func nodes(within open: Tag?) throws(LoadProblem) -> [TemplateNode] {
        var nodes: [TemplateNode] = []
        while true {
            let (text, tag) = try lexer.next()
            if !text.isEmpty { nodes.append(.text(Array(text.utf8))) }
            guard let tag else { break }
            switch tag.sigil {
            case "!": break
            case "/":
                guard tag.name == open?.name else {
                    throw lexer.problem(tag.line, "nothing open is closed by `\(tag.name)`")
                }
                return nodes
            default: nodes.append(try node(tag))
            }
        }
        if let open { throw lexer.problem(open.line, "`\(open.name)` is not closed") }
        return nodes
    }

    private mutating func node(_ tag: Tag) throws(LoadProblem) -> TemplateNode {
        switch tag.sigil {
        case "#": .section(TemplatePath(tag.name), try inner(tag), line: tag.line)
        case "^": .inverted(TemplatePath(tag.name), try inner(tag), line: tag.line)
        case "$": .block(tag.name, try inner(tag), line: tag.line)
        case "<": .parent(tag.name, blocks: try blocks(within: tag), line: tag.line)
        case ">": .partial(tag.name, line: tag.line)
        default: .variable(TemplatePath(tag.name), line: tag.line)
        }
    }

    /// What stands up to the closing tag, after which a line begins where one began with the opening tag.
    private mutating func inner(_ tag: Tag) throws(LoadProblem) -> [TemplateNode] {
        let nodes = try nodes(within: tag)
        lexer.startsLine = tag.isAlone
        return nodes
    }

    /// The blocks that a layout is filled with; text between them is not shown, so that each begins a line.
    private mutating func blocks(within tag: Tag) throws(LoadProblem) -> [String: [TemplateNode]] {
        var blocks: [String: [TemplateNode]] = [:]
        lexer.startsLine = true
        for node in try inner(tag) {
            switch node {
            case .text: continue
            case .block(let name, let nodes, let line):
                guard blocks.updateValue(nodes, forKey: name) == nil else {
                    throw lexer.problem(line, "`$\(name)` is filled twice")
                }
            default: throw lexer.problem(tag.line, "only blocks may stand within `<\(tag.name)`")
            }
        }
        return blocks
    }
}
