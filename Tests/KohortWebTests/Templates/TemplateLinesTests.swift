import KohortCore
import NIOCore
import Testing

@testable import KohortWeb

/// What is left of the lines that tags stand on.
struct TemplateLinesTests {
    private typealias Vacancy = TemplateLibraryTests.Vacancy
    private typealias Place = TemplateLibraryTests.Place

    private func html(_ template: String, _ more: [String: String] = [:]) throws -> String {
        let library = try TemplateLibraryTests.library(["public/vacancy": template].merging(more) { $1 })
        let page = Vacancy(title: "T", isOpen: true, places: [Place(name: "Orn"), Place(name: "Ume")])
        return String(buffer: try library.render(page, in: .nb))
    }

    @Test(arguments: [
        ("<ul>\n{{#places}}\n<li>{{name}}\n{{/places}}\n</ul>\n", "<ul>\n<li>Orn\n<li>Ume\n</ul>\n"),
        ("a\n{{! why }}\nb", "a\nb"), ("a\n \t{{#open}} \t\nb\n  {{/open}}  \nc", "a\nb\nc"),
        ("a\r\n{{#open}}\r\nb\r\n{{/open}}\r\nc", "a\r\nb\r\nc"), ("a\n{{^open}}\nb\n{{/open}}", "a\n"),
        ("{{>part}}\n{{>part}}\n", "[T]\n[T]\n"), ("{{#open}}\n\nb{{/open}}", "\nb"),
    ])
    func `a tag alone on its line leaves no line behind`(template: String, html: String) throws {
        let unused = "{{^open}}{{>part}}{{/open}}"
        #expect(try self.html(template + unused, ["part": "[{{title}}]\n"]) == html)
    }

    @Test(arguments: [
        ("a\n{{title}}\nb", "a\nT\nb"), ("a\n{{#open}}b{{/open}}\nc", "a\nb\nc"),
        ("a {{#open}}\nb\n{{/open}} c", "a \nb\n c"), ("  {{title}}  \n", "  T  \n"),
        ("{{#open}}{{#open}}\n{{/open}}{{/open}}", "\n"),
    ])
    func `other lines stay as they are`(template: String, html: String) throws {
        #expect(try self.html(template) == html)
    }

    @Test func `a block begins after the line of its tag`() throws {
        let layout = ["layout": "<main>\n{{$content}}{{/content}}\n</main>\n"]
        let template = "{{<layout}}{{$content}}\n<p>{{title}}</p>\n{{/content}}{{/layout}}\n"
        #expect(try html(template, layout) == "<main>\n<p>T</p>\n\n</main>\n")
    }
}
