import KohortCore

/// One language's templates on their way into the library.
struct TemplateLoad {
    private(set) var problems: [LoadProblem] = []
    private(set) var trees: [String: [TemplateNode]] = [:]

    init(_ sources: [TemplateSource], _ language: Language, _ texts: Texts, _ pages: [any Page.Type]) {
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
        do { return try TemplateParser.parse(source.file, text) } catch {
            problems.append(error)
            return []
        }
    }
}
