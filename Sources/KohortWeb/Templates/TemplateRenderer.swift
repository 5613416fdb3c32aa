/// Fills one page's template, as bytes. A name that is not there is left out; the checker has held every name of every
/// template against the models in reach before.
struct TemplateRenderer {
    private typealias Blocks = [String: [TemplateNode]]

    private enum Level {
        case model(any PageModel)
        case text(String)
    }

    private let templates: [String: [TemplateNode]]
    /// What is in reach at this place, the innermost last.
    private var levels: [Level]
    private var html: [UInt8] = []

    static func html<Model: Page>(of page: Model, _ templates: [String: [TemplateNode]]) -> [UInt8] {
        var renderer = TemplateRenderer(templates: templates, levels: [.model(page)])
        renderer.html.reserveCapacity(1 << 14)
        renderer.render(template: Model.template, [:])
        return renderer.html
    }

    private mutating func render(template name: String, _ blocks: Blocks) { render(templates[name] ?? [], blocks) }

    private mutating func render(_ nodes: [TemplateNode], _ blocks: Blocks) {
        for node in nodes {
            switch node {
            case .text(let text): html += text
            case .variable(let path, _):
                if case .text(let text)? = value(at: path) { HTMLEscape.append(text, to: &html) }
            case .section(let path, let nodes, _): if let value = value(at: path) { render(nodes, of: value, blocks) }
            case .inverted(let path, let nodes, _): if value(at: path)?.isEmpty ?? true { render(nodes, blocks) }
            case .partial(let name, _): render(template: name, blocks)
            case .parent(let name, let filled, _):
                render(template: name, blocks.merging(filled) { outer, _ in outer })
            case .block(let name, let usual, _): render(blocks[name] ?? usual, blocks)
            }
        }
    }

    /// A section, as often as its value says.
    private mutating func render(_ nodes: [TemplateNode], of value: PageValue, _ blocks: Blocks) {
        switch value {
        case .flag(let isShown): if isShown { render(nodes, blocks) }
        case .text(let text): if !text.isEmpty { render(nodes, within: .text(text), blocks) }
        case .texts(let texts): for text in texts { render(nodes, within: .text(text), blocks) }
        case .models(let models): for model in models { render(nodes, within: .model(model), blocks) }
        }
    }

    private mutating func render(_ nodes: [TemplateNode], within level: Level, _ blocks: Blocks) {
        levels.append(level)
        render(nodes, blocks)
        levels.removeLast()
    }

    private func value(at path: TemplatePath) -> PageValue? {
        guard let name = path.steps.first else {
            if case .text(let text)? = levels.last { return .text(text) }
            return nil
        }
        for case .model(let model) in levels.reversed() {
            guard let value = model.value(of: name) else { continue }
            return path.steps.dropFirst().reduce(value) { value, name in
                if case .models(let models)? = value { models.first?.value(of: name) } else { nil }
            }
        }
        return nil
    }
}
