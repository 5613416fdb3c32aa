/// The models in reach at one place of a template, the innermost last.
struct TemplateScope {
    private enum Level {
        case model(PageOutline)
        case text
    }

    private var levels: [Level]

    init(_ outline: PageOutline) { levels = [.model(outline)] }

    /// What a section of that shape puts in reach.
    func within(_ shape: PageShape) -> TemplateScope {
        var inner = self
        switch shape {
        case .flag: break
        case .text, .texts: inner.levels.append(.text)
        case .list(let outline), .model(let outline): inner.levels.append(.model(outline))
        }
        return inner
    }

    /// The shape of `name`, `name.inner` or `.`; nil when it is not in reach.
    func shape(of path: TemplatePath) -> PageShape? {
        guard let name = path.steps.first else {
            if case .text? = levels.last { return .text }
            return nil
        }
        let first = levels.reversed().lazy.compactMap { level -> PageShape? in
            if case .model(let outline) = level { outline.shape(name) } else { nil }
        }.first
        return path.steps.dropFirst().reduce(first) { shape, name in
            if case .model(let outline)? = shape { outline.shape(name) } else { nil }
        }
    }

    /// The same for a partial that includes itself within a list of the same models.
    var key: [ObjectIdentifier] {
        var key: [ObjectIdentifier] = []
        for case .model(let outline) in levels {
            key.removeAll { $0 == outline.id }
            key.append(outline.id)
        }
        return key
    }

    /// For messages.
    var models: String {
        let names = levels.compactMap { if case .model(let outline) = $0 { outline.name } else { nil } }
        return names.joined(separator: " > ")
    }
}
