import KohortCore
import Testing

struct WrittenTextTests {
    @Test(arguments: ["\u{200B}", "\u{202E}\u{2069}", "\u{200D}"])
    func `a line of which nothing is seen is empty`(text: String) {
        #expect(line(text).problems == [FieldProblem("name", "text.required")])
        #expect(optionalLine(text).problems == [])
    }

    @Test func `a line is trimmed`() {
        #expect(line("  Kim Lund\u{A0} ") == Checked("Kim Lund"))
    }

    @Test(arguments: ["\u{202A}Kim\u{200B} Lund\u{202C}", "\u{FEFF}Kim \u{202E}Lund", "Ki\u{AD}m Lund \u{2069}"])
    func `a line is without what nobody sees, and prose as it was`(text: String) {
        #expect(line(text) == Checked("Kim Lund"))
        #expect(optionalLine(text) == Checked("Kim Lund"))
        #expect(prose(text) == Checked(text))
    }

    @Test(arguments: ["", "   ", "\u{A0}\t"])
    func `a line is required unless it is optional`(text: String) {
        #expect(line(text) == Checked("", FieldProblem("name", "text.required")))
        #expect(optionalLine(text) == Checked(""))
        #expect(prose(text) == Checked(""))
    }

    @Test(arguments: [
        "a\r\nb", "a\nb", "a\rb", "a\tb", "a\u{0}b", "a\u{7F}b", "a\u{85}b", "a\u{1B}[31m", "\n", "a\u{0}\u{301}",
    ])
    func `a control character in a line is refused, scalar by scalar`(text: String) {
        #expect(line(text).problems == [FieldProblem("name", "text.control")])
        #expect(optionalLine(text).problems == [FieldProblem("name", "text.control")])
    }

    @Test func `prose has line ends and tabs, and its line ends become LF`() {
        #expect(prose("a\r\nb\nc\td\r\n\r\ne") == Checked("a\nb\nc\td\n\ne"))
    }

    @Test(arguments: ["a\rb", "a\r\r\nb", "a\u{0}b", "a\u{85}b"])
    func `another control character in prose is refused`(text: String) {
        #expect(prose(text).problems == [FieldProblem("name", "text.control")])
    }

    @Test func `letters and marks of every script are kept`() {
        #expect(line("Åsa Ó Dálaigh 李 👩‍👩‍👧") == Checked("Åsa Ó Dálaigh 李 👩‍👩‍👧"))
    }

    @Test func `a text is composed`() {
        for text in [line("A\u{30A}sa").text, optionalLine("A\u{30A}sa").text, prose("A\u{30A}sa").text] {
            #expect(Array(text.unicodeScalars) == ["\u{C5}", "s", "a"])
        }
    }

    @Test func `the limit counts the scalars of the composed and trimmed text`() {
        let letters = String(repeating: "A\u{30A}", count: 5)
        #expect(line(" \(letters) ", limit: 5).problems == [])
        #expect(line(letters + "x", limit: 5).problems == [FieldProblem("name", "text.too_long", ["limit": "5"])])
        #expect(prose("a\r\nb\r\n", limit: 4).problems == [])
        #expect(prose("a\r\nb\r\nc", limit: 4).problems == [FieldProblem("name", "text.too_long", ["limit": "4"])])
        #expect(line("x" + String(repeating: "\u{301}", count: 5), limit: 5).problems.count == 1)
    }

    @Test func `a line has 200 and prose 10 000 scalars at most by default`() {
        #expect(line(String(repeating: "x", count: 200)).problems == [])
        #expect(line(String(repeating: "x", count: 201)).problems.map(\.code) == ["text.too_long"])
        #expect(prose(String(repeating: "x", count: 10_000)).problems == [])
        #expect(prose(String(repeating: "x", count: 10_001)).problems.map(\.code) == ["text.too_long"])
    }

    @Test func `the problems of several fields gather`() {
        var problems: [FieldProblem] = []
        _ = WrittenText.line("", field: "name", problems: &problems)
        _ = WrittenText.line("Kim", field: "alias", problems: &problems)
        _ = WrittenText.prose("a\u{0}", field: "note", problems: &problems)
        #expect(problems == [FieldProblem("name", "text.required"), FieldProblem("note", "text.control")])
    }
}

private struct Checked: Equatable {
    let text: String
    let problems: [FieldProblem]

    init(_ text: String, _ problems: FieldProblem...) { (self.text, self.problems) = (text, problems) }
    init(_ check: (inout [FieldProblem]) -> String) {
        var problems: [FieldProblem] = []
        text = check(&problems)
        self.problems = problems
    }
}

private func line(_ text: String, limit: Int = 200) -> Checked {
    Checked { WrittenText.line(text, field: "name", limit: limit, problems: &$0) }
}

private func optionalLine(_ text: String) -> Checked {
    Checked { WrittenText.optionalLine(text, field: "name", problems: &$0) }
}

private func prose(_ text: String, limit: Int = 10_000) -> Checked {
    Checked { WrittenText.prose(text, field: "name", limit: limit, problems: &$0) }
}
