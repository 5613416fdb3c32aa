/// What a template asks of its model, in the order it stands.
indirect enum TemplateNode: Hashable, Sendable {
    /// `{{name}}`
    case variable(String, line: Int)
    /// `{{#name}}…{{/name}}`
    case section(String, [TemplateNode], line: Int)
    /// `{{^name}}…{{/name}}`
    case inverted(String, [TemplateNode], line: Int)
    /// `{{>path}}`
    case partial(String, line: Int)
    /// `{{<path}}{{$block}}…{{/block}}{{/path}}`: another template with some of its blocks filled.
    case parent(String, blocks: [String: [TemplateNode]], line: Int)
    /// `{{$block}}…{{/block}}`: what stands there unless a child says otherwise.
    case block(String, [TemplateNode], line: Int)
}
