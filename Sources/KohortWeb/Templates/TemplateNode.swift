/// A template as it was read: its text, and what it asks of its model, in the order they stand.
indirect enum TemplateNode: Hashable, Sendable {
    case text([UInt8])
    /// `{{name}}`
    case variable(TemplatePath, line: Int)
    /// `{{#name}}…{{/name}}`
    case section(TemplatePath, [TemplateNode], line: Int)
    /// `{{^name}}…{{/name}}`
    case inverted(TemplatePath, [TemplateNode], line: Int)
    /// `{{>path}}`
    case partial(String, line: Int)
    /// `{{<path}}{{$block}}…{{/block}}{{/path}}`: another template with some of its blocks filled.
    case parent(String, blocks: [String: [TemplateNode]], line: Int)
    /// `{{$block}}…{{/block}}`: what stands there unless a child says otherwise.
    case block(String, [TemplateNode], line: Int)
}

/// A name as a tag spells it: `name`, `name.inner`, or `.` for the text at hand, which has no steps.
struct TemplatePath: Hashable, Sendable, CustomStringConvertible {
    let description: String
    let steps: [String]

    init(_ text: String) {
        description = text
        steps = text.split(separator: ".").map(String.init)
    }
}
