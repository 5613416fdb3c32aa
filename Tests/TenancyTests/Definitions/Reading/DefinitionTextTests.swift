import KohortCore
import Testing

@testable import Tenancy

struct DefinitionTextTests {
    private func problem(_ yaml: String) throws -> DefinitionProblem {
        let problems = SmallDefinition.problems(in: yaml)
        try #require(problems.count == 1)
        return problems[0]
    }

    @Test func `malformed YAML is refused with its line`() throws {
        let problem = try problem(SmallDefinition.changed("slug: nord", "slug: [nord"))
        #expect(problem.code == .yamlMalformed)
        #expect(problem.line == 3)
    }

    @Test func `a tab as indentation is refused with its line`() throws {
        #expect(try problem(SmallDefinition.changed("  country: NO", "\tcountry: NO")).line == 7)
    }

    @Test func `a control character is refused with its line`() throws {
        let problem = try problem(SmallDefinition.changed("Seminar", "Semi\u{1}nar"))
        #expect(problem.code == .yamlMalformed)
        #expect(problem.line == 56)
    }

    @Test(arguments: ["", "# nothing but a comment\n"])
    func `an empty file is refused`(yaml: String) throws {
        #expect(try problem(yaml).code == .yamlMalformed)
    }

    @Test func `a second document is refused`() throws {
        #expect(try problem(SmallDefinition.yaml + "---\nconsortium: {}\n").code == .yamlMalformed)
    }

    @Test func `a key that stands twice is refused with its line`() throws {
        let problem = try problem(SmallDefinition.changed("  currency: NOK", "  currency: NOK\n  country: SE"))
        #expect(problem.code == .keyDuplicate)
        #expect(problem.found == "country more than once")
    }

    @Test func `the same key in two blocks is no duplicate`() throws {
        #expect(SmallDefinition.problems(in: SmallDefinition.yaml).isEmpty)
    }

    @Test func `an alias is refused with its line, also where it would unfold to billions of values`() throws {
        let bomb = (1...30).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1)]" }.joined(separator: "\n")
        let problem = try problem("a0: &a0 [x]\n" + bomb + "\n? *a30\n: x\n")
        #expect(problem.code == .yamlAlias)
        #expect(problem.line == 2)
    }

    @Test(arguments: ["[*a]", "{x: *a}", "{*a : x}", "[ *a ]", "\n  - *a", "\n  ? *a", "{\"x\":*a}"])
    func `an alias is found wherever it stands`(value: String) throws {
        #expect(try problem("anchor: &a x\nvalue: \(value)\n").code == .yamlAlias)
    }

    @Test(arguments: ["Vann & avløp * drift", "R&D 5*6", "*viktig*"])
    func `a text with an ampersand or an asterisk is no alias`(text: String) throws {
        let definition = try SmallDefinition.read("title: Seminar", "title: \"\(text)\"")
        #expect(definition.occasions[0].title.text(in: .nb) == text)
    }

    @Test func `nesting without end is refused`() throws {
        #expect(try problem("a: " + String(repeating: "[", count: 100_000)).code == .yamlMalformed)
    }

    @Test func `a file of one megabyte is read and one byte more is refused`() throws {
        let filling = String(repeating: "#", count: DefinitionText.limit - SmallDefinition.yaml.utf8.count)
        #expect(SmallDefinition.problems(in: SmallDefinition.yaml + filling).isEmpty)
        #expect(try problem(SmallDefinition.yaml + filling + "#").code == .fileTooLarge)
    }
}
