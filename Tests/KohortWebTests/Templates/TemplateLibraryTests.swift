import Foundation
import KohortCore
import NIOCore
import Testing

@testable import KohortWeb

struct TemplateLibraryTests {
    struct Place: PageModel {
        let name: String
        var notes: [String] = []
        var within: [Place] = []
        static let fields: [String: PageField<Self>] = [
            "name": .text { $0.name }, "notes": .texts { $0.notes }, "within": .list { $0.within },
        ]
    }

    struct Vacancy: Page {
        static let template = "public/vacancy"
        var title = ""
        var help: String?
        var isOpen = false
        var places: [Place] = []
        var host: Place?
        static let fields: [String: PageField<Self>] = [
            "title": .text { $0.title }, "help": .text { $0.help }, "open": .flag { $0.isOpen },
            "places": .list { $0.places }, "host": .model { $0.host },
        ]
    }

    static let texts = """
        due = {title} & more
        plain = A "word"
        """

    static func library(
        _ files: [String: String], texts: String = texts, pages: [any Page.Type] = [Vacancy.self]
    ) throws -> TemplateLibrary {
        let languages = Language.allCases.map {
            (name: "\($0.rawValue).txt", bytes: Array((texts + "\nlanguage = \($0.rawValue)").utf8))
        }
        let sources = files.map { TemplateSource(name: $0.key, text: $0.value) }.sorted { $0.name < $1.name }
        return try TemplateLibrary(sources, texts: try Texts(languages), pages: pages)
    }

    private func html(
        _ template: String, _ page: Vacancy, _ more: [String: String] = [:], in language: Language = .nb
    ) throws -> String {
        let library = try Self.library(["public/vacancy": template].merging(more) { $1 })
        return String(buffer: try library.render(page, in: language))
    }

    @Test func `names, sections, lists and models are filled`() throws {
        let template =
            "{{title}}{{#open}} open{{/open}}{{^open}} closed{{/open}}:{{#places}} {{name}}{{/places}}"
            + "{{^places}} none{{/places}}{{#host}} at {{name}}{{/host}} {{host.name}}"
        let page = Vacancy(
            title: "Trainee", isOpen: true, places: [Place(name: "Orn"), Place(name: "Ume")], host: Place(name: "Lule"))
        #expect(try html(template, page) == "Trainee open: Orn Ume at Lule Lule")
        #expect(try html(template, Vacancy(title: "T")) == "T closed: none ")
    }

    @Test func `a text is a section when it is not empty`() throws {
        let template = "{{#help}}<p>{{.}} {{help}} {{title}}</p>{{/help}}{{^help}}none{{/help}}"
        #expect(try html(template, Vacancy(title: "t", help: "Write")) == "<p>Write Write t</p>")
        #expect(try html(template, Vacancy(help: "")) == "none")
        #expect(try html(template, Vacancy()) == "none")
    }

    @Test func `texts repeat, and inner names go before outer ones`() throws {
        let place = Place(name: "Orn", notes: ["a", "<b>"], within: [Place(name: "Unit")])
        let template = "{{#places}}{{#notes}}[{{.}}]{{/notes}}{{#within}}{{name}} in {{title}}{{/within}}{{/places}}"
        #expect(try html(template, Vacancy(title: "T", places: [place])) == "[a][&lt;b&gt;]Unit in T")
    }

    @Test func `an empty inner name is not filled by an outer one`() throws {
        let page = Vacancy(places: [Place(name: "Outer", within: [Place(name: "")])])
        #expect(try html("{{#places}}{{#within}}<{{name}}>{{/within}}{{/places}}", page) == "<>")
    }

    @Test func `a partial may include itself`() throws {
        let page = Vacancy(places: [Place(name: "a", within: [Place(name: "b", within: [Place(name: "c")])])])
        let tree = ["tree": "({{name}}{{#within}}{{>tree}}{{/within}})"]
        #expect(try html("{{#places}}{{>tree}}{{/places}}", page, tree) == "(a(b(c)))")
    }

    @Test func `a layout's blocks are filled`() throws {
        let layout = ["layout": "<title>{{$head}}{{title}}{{/head}}</title>{{$content}}empty{{/content}}"]
        let template = "{{<layout}}{{$content}}<h1>{{title}}</h1>{{/content}}{{/layout}}"
        #expect(try html(template, Vacancy(title: "T"), layout) == "<title>T</title><h1>T</h1>")
    }

    @Test func `texts are put in by language, escaped, with their placeholders filled and escaped`() throws {
        let page = Vacancy(title: "<T>")
        #expect(
            try html("<p title=\"[[plain]]\">[[due]] [[language]]", page, in: .sv)
                == "<p title=\"A &quot;word&quot;\">&lt;T&gt; &amp; more sv")
    }

    @Test func `a page that was not loaded is refused`() throws {
        struct Other: Page {
            static let template = "public/vacancy"
            static let fields: [String: PageField<Self>] = [:]
        }
        #expect(throws: UnknownPage(page: "Other")) {
            try Self.library(["public/vacancy": ""]).render(Other(), in: .nb)
        }
    }

    @Test func `a folder and those below are read`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "templates-\(UUID())")
        try FileManager.default.createDirectory(at: folder.appending(path: "public"), withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data("{{title}}".utf8).write(to: folder.appending(path: "public/vacancy.mustache"))
        let languages = Language.allCases.map { (name: "\($0.rawValue).txt", bytes: Array("a = b".utf8)) }
        let library = try TemplateLibrary(folder: folder.path, texts: try Texts(languages), pages: [Vacancy.self])
        #expect(String(buffer: try library.render(Vacancy(title: "T"), in: .en)) == "T")
    }
}
