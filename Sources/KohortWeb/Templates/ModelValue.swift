import Mustache

/// A model as swift-mustache asks it: by name, without reflection.
struct ModelValue<Model: PageModel>: MustacheParent {
    private let model: Model

    init(_ model: Model) { self.model = model }

    func child(named name: String) -> Any? { Model.fields[name]?.read(model) }
}

/// A text as swift-mustache asks it; an empty one is no section.
struct TextValue: MustacheCustomRenderable, MustacheParent {
    let renderText: String
    var isNull: Bool { renderText.isEmpty }

    init(_ text: String) { renderText = text }

    func child(named: String) -> Any? { nil }
}
