import KohortCore
import Testing

@testable import KohortWeb

struct TemplateCheckerTests {
    private func problems(_ template: String, _ more: [String: String] = [:]) -> [String] {
        do {
            _ = try TemplateLibraryTests.library(["public/vacancy": template].merging(more) { $1 })
            return []
        } catch let found as LoadProblems { return found.problems.map(\.description) } catch { return ["\(error)"] }
    }

    @Test(arguments: [
        ("{{{title}}}", "text must be escaped: write `{{name}}`"),
        ("{{&title}}", "text must be escaped: write `{{name}}`"),
        ("{{& title }}", "text must be escaped: write `{{name}}`"),
        ("{{% CONTENT_TYPE: TEXT}}", "neither pragmas nor other delimiters are allowed"),
        ("{{=<% %>=}}", "neither pragmas nor other delimiters are allowed"),
        ("{{>*title}}", "`*title` cannot be the name of a tag"),
        ("{{<*title}}{{/title}}", "`*title` cannot be the name of a tag"),
        ("{{upper(title)}}", "`upper(title)` cannot be the name of a tag"),
        ("{{ }}", "`` cannot be the name of a tag"), ("{{.title}}", "`.title` cannot be the name of a tag"),
        ("{{#.}}{{/.}}", "`.` cannot be the name of a tag"), ("{{title", "`{{` without `}}`"),
        ("{{#open}}", "`open` is not closed"),
        ("{{/open}}", "nothing open is closed by `open`"), ("{{#open}}{{/title}}", "nothing open is closed by `title`"),
        ("[[none]]", "no text `none`"), ("[[plain", "`[[` without `]]`"),
    ])
    func `a tag that is not allowed is refused with its line`(tag: String, reason: String) {
        #expect(problems("<p>\n<b>" + tag) == ["public/vacancy.mustache:2: \(reason)"])
    }

    @Test(arguments: [
        ("{{titel}}", "`titel` is no name of Vacancy"), ("{{#opn}}{{/opn}}", "`opn` is no name of Vacancy"),
        ("{{^opn}}{{/opn}}", "`opn` is no name of Vacancy"), ("{{name}}", "`name` is no name of Vacancy"),
        ("{{#places}}{{nme}}{{/places}}", "`nme` is no name of Vacancy > Place"),
        ("{{host.nme}}", "`host.nme` is no name of Vacancy"),
        ("{{places.name}}", "`places.name` is no name of Vacancy"), ("{{.}}", "`.` is no name of Vacancy"),
        ("{{#places}}{{.}}{{/places}}", "`.` is no name of Vacancy > Place"), ("{{>none}}", "no template `none`"),
        ("{{<none}}{{/none}}", "no template `none`"),
    ])
    func `a name that is not in reach is refused with its line`(tag: String, reason: String) {
        #expect(problems("\n\n" + tag).first == "public/vacancy.mustache:3: \(reason)")
    }

    @Test(arguments: ["{{open}}", "{{places}}", "{{host}}"])
    func `what is no text cannot be shown as one`(tag: String) {
        #expect(problems(tag) == ["public/vacancy.mustache:1: `\(tag.dropFirst(2).dropLast(2))` is no text"])
    }

    @Test func `a partial is held against the models that are in reach where it is included`() {
        let partial = ["line": "\n{{name}}"]
        #expect(problems("{{#places}}{{>line}}{{/places}}", partial) == [])
        #expect(problems("{{>line}}", partial).first == "line.mustache:2: `name` is no name of Vacancy")
    }

    @Test func `a block is held against the models that are in reach where the layout puts it`() {
        let layout = ["layout": "{{#places}}{{$content}}{{/content}}{{/places}}"]
        #expect(problems("{{<layout}}{{$content}}{{name}}{{/content}}{{/layout}}", layout) == [])
        #expect(
            problems("{{<layout}}{{$content}}{{nme}}{{/content}}{{/layout}}", layout).first
                == "public/vacancy.mustache:1: `nme` is no name of Vacancy > Place")
    }

    @Test func `only blocks stand within a layout, each once`() {
        let layout = ["layout": "{{$content}}{{/content}}"]
        #expect(
            problems("{{<layout}}{{title}}{{/layout}}", layout) == [
                "public/vacancy.mustache:1: only blocks may stand within `<layout`"
            ])
        #expect(
            problems("{{<layout}}\n{{$a}}{{/a}}\n{{$a}}{{/a}}{{/layout}}", layout)
                == ["public/vacancy.mustache:3: `$a` is filled twice"])
    }

    @Test func `a name in a text is held against the models too`() {
        #expect(problems("{{#places}}[[due]]{{/places}}") == [])
        struct Bare: Page {
            static let template = "bare"
            static let fields: [String: PageField<Self>] = [:]
        }
        #expect(throws: LoadProblems(problems: [LoadProblem("bare.mustache", 1, "`title` is no name of Bare")])) {
            try TemplateLibraryTests.library(["bare": "[[due]]"], pages: [Bare.self])
        }
    }

    @Test func `all problems are told at once`() {
        #expect(problems("{{a}}\n{{b}}\n{{>c}}").count >= 3)
        #expect(problems("{{{title}}}", ["other": "\n{{&title}}"]).count == 2)
    }

    @Test func `a template that no page uses is refused, and so is a page without a template`() {
        #expect(problems("", ["orphan": "{{anything}}"]) == ["orphan.mustache: no page uses this template"])
        #expect(
            throws: LoadProblems(problems: [
                LoadProblem("public/vacancy.mustache", 0, "no such template, yet Vacancy names it")
            ])
        ) { try TemplateLibraryTests.library([:]) }
    }

    @Test func `comments and line ends of either kind change nothing`() {
        #expect(problems("{{! a {{{comment\r\n over lines }}\r\n{{title}}\r\n") == [])
        #expect(
            problems("{{! two\n lines }}\r\n{{nme}}").first == "public/vacancy.mustache:3: `nme` is no name of Vacancy")
    }
}
