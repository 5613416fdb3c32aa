import Foundation
import KohortCore
import NIOCore

/// A page was to be rendered that the library was not loaded with.
package struct UnknownPage: Error, Hashable, Sendable {
    package let page: String
}

/// Every template in every language, checked against its pages' models before the first is rendered.
package struct TemplateLibrary: Sendable {
    private let templates: [Language: [String: [TemplateNode]]]
    private let pages: Set<ObjectIdentifier>

    /// Reads the `.mustache` files of a folder and those below. Throws `LoadProblems`, all at once and by file and line:
    /// unknown texts, names, partials and templates, tags that are refused, templates that no page uses.
    /// - Parameter formStart: what every form that is sent by POST begins with; its names are held against the models
    ///   like all others, so that no page can have a form that they are not within reach of.
    package init(folder: String, texts: Texts, pages: [any Page.Type], formStart: String = "") throws {
        let sources = try TemplateFolder.sources(folder).map { $0.beginningForms(with: formStart) }
        try self.init(sources, texts: texts, pages: pages)
    }

    init(_ sources: [TemplateSource], texts: Texts, pages: [any Page.Type]) throws(LoadProblems) {
        var problems: [LoadProblem] = []
        var templates: [Language: [String: [TemplateNode]]] = [:]
        for language in Language.allCases {
            let load = TemplateLoad(sources, language, texts, pages)
            problems += load.problems.filter { !problems.contains($0) }
            templates[language] = load.trees
        }
        try problems.throwIfAny()
        self.templates = templates
        self.pages = Set(pages.map { ObjectIdentifier($0) })
    }

    /// The page as UTF-8 HTML. Throws `UnknownPage`.
    package func render<Model: Page>(_ page: Model, in language: Language) throws(UnknownPage) -> ByteBuffer {
        guard pages.contains(ObjectIdentifier(Model.self)), let templates = templates[language] else {
            throw UnknownPage(page: String(describing: Model.self))
        }
        return ByteBuffer(bytes: TemplateRenderer.html(of: page, templates))
    }
}
