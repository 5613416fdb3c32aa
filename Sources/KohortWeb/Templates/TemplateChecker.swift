/// Follows each page's template through its sections and partials and holds every name against the models in reach.
struct TemplateChecker {
    private typealias Blocks = [String: (file: String, nodes: [TemplateNode])]

    private let trees: [String: [TemplateNode]]
    private var seen: Set<LoadProblem> = []
    private var active: Set<String> = []
    private var reached: Set<String> = []
    private(set) var problems: [LoadProblem] = []

    init(_ trees: [String: [TemplateNode]]) { self.trees = trees }

    mutating func check(_ page: any Page.Type) {
        guard trees[page.template] != nil else {
            return report(LoadProblem(page.template + ".mustache", 0, "no such template, yet \(page) names it"))
        }
        check(template: page.template, TemplateScope(PageOutline(page)), [:])
    }

    /// Templates that no page leads to, whose names nothing could check.
    mutating func checkForUnused() {
        for name in trees.keys.sorted() where !reached.contains(name) {
            report(LoadProblem(name + ".mustache", 0, "no page uses this template"))
        }
    }

    private mutating func check(template name: String, _ scope: TemplateScope, _ blocks: Blocks) {
        reached.insert(name)
        let visit = "\(name) \(scope.key)"
        guard active.insert(visit).inserted else { return }
        check(trees[name] ?? [], name + ".mustache", scope, blocks)
        active.remove(visit)
    }

    private mutating func check(_ nodes: [TemplateNode], _ file: String, _ scope: TemplateScope, _ blocks: Blocks) {
        for node in nodes {
            switch node {
            case .text: break
            case .variable(let name, let line):
                guard let shape = shape(name, file, line, scope) else { continue }
                if case .text = shape { continue }
                report(LoadProblem(file, line, "`\(name)` is no text"))
            case .section(let name, let nodes, let line):
                let shape = shape(name, file, line, scope)
                check(nodes, file, shape.map(scope.within) ?? scope, blocks)
            case .inverted(let name, let nodes, let line):
                _ = shape(name, file, line, scope)
                check(nodes, file, scope, blocks)
            case .partial(let name, let line): follow(name, file, line, scope, blocks)
            case .parent(let name, let filled, let line):
                let filled = filled.mapValues { (file: file, nodes: $0) }
                follow(name, file, line, scope, blocks.merging(filled) { outer, _ in outer })
            case .block(let name, let usual, _):
                let block = blocks[name] ?? (file, usual)
                check(block.nodes, block.file, scope, blocks)
            }
        }
    }

    private mutating func follow(
        _ name: String, _ file: String, _ line: Int, _ scope: TemplateScope, _ blocks: Blocks
    ) {
        if trees[name] == nil { return report(LoadProblem(file, line, "no template `\(name)`")) }
        check(template: name, scope, blocks)
    }

    private mutating func shape(_ name: TemplatePath, _ file: String, _ line: Int, _ scope: TemplateScope) -> PageShape?
    {
        let shape = scope.shape(of: name)
        if shape == nil { report(LoadProblem(file, line, "`\(name)` is no name of \(scope.models)")) }
        return shape
    }

    private mutating func report(_ problem: LoadProblem) {
        if seen.insert(problem).inserted { problems.append(problem) }
    }
}
