import KohortCore
import Mustache

/// One language's templates on their way into the library.
struct TemplateLoad {
    private(set) var problems: [LoadProblem] = []
    private(set) var library = MustacheLibrary()

    init(_ sources: [TemplateSource], _ language: Language, _ texts: Texts, _ pages: [any Page.Type]) {
        var trees: [String: [TemplateNode]] = [:]
        for source in sources { trees[source.name] = tree(source, language, texts) }
        // Names can be held against the models only where every template could be read.
        guard problems.isEmpty else { return }
        var checker = TemplateChecker(trees)
        for page in pages { checker.check(page) }
        checker.checkForUnused()
        problems = checker.problems
    }

    private mutating func tree(_ source: TemplateSource, _ language: Language, _ texts: Texts) -> [TemplateNode] {
        let (text, unknown) = source.translated(to: language, texts)
        problems += unknown
        do {
            let nodes = try TemplateParser.parse(source.file, text)
            try library.register(HTMLContentType.pragma + text, named: source.name)
            return nodes
        } catch let problem as LoadProblem {
            problems.append(problem)
        } catch {
            problems.append(LoadProblem(source.file, 0, "\(error)"))
        }
        return []
    }
}
