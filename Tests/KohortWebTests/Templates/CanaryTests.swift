import KohortCore
import NIOCore
import Testing

@testable import KohortWeb

/// Attribute injection by marks that hide a quote from a reader of characters.
struct CanaryTests {
    private typealias Vacancy = TemplateLibraryTests.Vacancy
    private typealias Place = TemplateLibraryTests.Place

    static let canaries = [
        "\"\u{301} onfocus=alert(1) autofocus x=", "\"\u{200D} onfocus=alert(1) autofocus x=",
        "'\u{301} onfocus=alert(1) x=",
        "<\u{338}script>alert(1)</script>", ">\u{301}<\u{200D}img src=x onerror=alert(1)>", "{{title}}{{{title}}}",
        "\"\r\n\u{301}",
    ]

    /// Each place that text can come to stand in, between the two letters z.
    private static let templates = [
        "<input value=\"z{{title}}z\">", "<input value='z{{title}}z'>", "{{>field}}", "{{#open}}{{>field}}{{/open}}",
        "{{<layout}}{{$content}}{{>field}}{{/content}}{{/layout}}",
        "{{<layout}}{{$content}}<i id=\"z{{title}}z\">{{/content}}{{/layout}}",
        "{{<layout}}{{/layout}}", "<p title=\"z[[exact]]z\">", "{{#places}}<p title=\"z{{name}}z\">{{/places}}",
        "{{#places}}{{#notes}}<p title=\"z{{.}}z\">{{/notes}}{{/places}}", "{{#host}}{{>field}}{{/host}}",
        "<p title=\"z{{host.name}}z\">",
        "{{#places}}{{>line}}{{/places}}", "{{#title}}<p title=\"z{{.}}z\">{{/title}}", "  {{>field}}\n",
    ]

    private static let partials = [
        "field": "<input value=\"z{{title}}z\">", "line": "<p title=\"z{{name}}z\">",
        "layout": "<main>{{$content}}<b title=\"z{{title}}z\">{{/content}}</main>",
    ]

    @Test(arguments: canaries) func `a canary stays text wherever it stands`(canary: String) throws {
        let place = Place(name: canary, notes: [canary])
        let page = Vacancy(title: canary, isOpen: true, places: [place], host: place)
        for template in Self.templates {
            // Partials that this template has no use for are reached after the end, in a section that never shows.
            let unused = "{{^open}}{{>field}}{{>layout}}{{#places}}{{>line}}{{/places}}{{/open}}"
            let files = Self.partials.merging(["public/vacancy": template + unused]) { $1 }
            let library = try TemplateLibraryTests.library(files, texts: "exact = {title}")
            let html = Array(String(buffer: try library.render(page, in: .nb)).utf8)
            #expect(Self.between(html) == Self.escaped(canary), "\(template)")
        }
    }

    /// The bytes between the first z and the last.
    private static func between(_ html: [UInt8]) -> [UInt8]? {
        guard let first = html.firstIndex(of: UInt8(ascii: "z")), let last = html.lastIndex(of: UInt8(ascii: "z"))
        else { return nil }
        return Array(html[(first + 1)..<last])
    }

    private static func escaped(_ canary: String) -> [UInt8] {
        canary.utf8.flatMap { byte -> [UInt8] in
            switch byte {
            case 0x22: Array("&quot;".utf8)
            case 0x27: Array("&#39;".utf8)
            case 0x26: Array("&amp;".utf8)
            case 0x3C: Array("&lt;".utf8)
            case 0x3E: Array("&gt;".utf8)
            default: [byte]
            }
        }
    }
}
