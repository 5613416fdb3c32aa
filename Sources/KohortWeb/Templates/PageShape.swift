/// What a template may do with a name.
enum PageShape: Sendable {
    case text
    case flag
    case texts
    case list(PageOutline)
    case model(PageOutline)
}

/// The names of a model and their shapes, looked up only when needed, since models may contain each other.
struct PageOutline: Sendable {
    let id: ObjectIdentifier
    let name: String
    let shape: @Sendable (_ name: String) -> PageShape?

    init<Model: PageModel>(_ model: Model.Type) {
        id = ObjectIdentifier(model)
        name = String(describing: model)
        shape = { model.fields[$0]?.shape }
    }
}
