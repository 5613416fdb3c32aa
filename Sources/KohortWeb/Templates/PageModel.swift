/// What a template, or a section of one, is filled from. `fields` is a stored `static let`, one line a name:
///
///     struct VacancyLine: PageModel {
///         let title: String
///         let isNew: Bool
///         static let fields: [String: PageField<Self>] = [
///             "title": .text { $0.title },
///             "new": .flag { $0.isNew },
///         ]
///     }
package protocol PageModel: Sendable {
    static var fields: [String: PageField<Self>] { get }
}

/// A model that a whole template belongs to.
package protocol Page: PageModel {
    /// The template's path in the folder, without its ending: `public/vacancy`.
    static var template: String { get }
}

/// One name of a model: how it is read, and what a template may do with it.
package struct PageField<Model: Sendable>: Sendable {
    let shape: PageShape
    let read: @Sendable (Model) -> PageValue

    /// `{{name}}`; as a section it shows when the text is not empty, and `{{.}}` is the text.
    package static func text(_ read: @escaping @Sendable (Model) -> String?) -> PageField {
        PageField(shape: .text) { .text(read($0) ?? "") }
    }

    /// A section that shows or does not.
    package static func flag(_ read: @escaping @Sendable (Model) -> Bool) -> PageField {
        PageField(shape: .flag) { .flag(read($0)) }
    }

    /// A section that shows once for each text, which is `{{.}}`.
    package static func texts(_ read: @escaping @Sendable (Model) -> [String]) -> PageField {
        PageField(shape: .texts) { .texts(read($0)) }
    }

    /// A section that shows once for each model, whose names count first within.
    package static func list<Item: PageModel>(_ read: @escaping @Sendable (Model) -> [Item]) -> PageField {
        PageField(shape: .list(PageOutline(Item.self))) { .models(read($0)) }
    }

    /// A section that shows when the model is there, whose names count first within; also `{{name.inner}}`.
    package static func model<Item: PageModel>(_ read: @escaping @Sendable (Model) -> Item?) -> PageField {
        PageField(shape: .model(PageOutline(Item.self))) { model in .models(read(model).map { [$0] } ?? []) }
    }
}
