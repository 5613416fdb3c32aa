import Foundation
import KohortCore
import Testing

@testable import KohortWeb

struct TextsTests {
    private func texts(_ files: [(String, String)]) throws -> Texts {
        try Texts(files.map { (name: $0.0, bytes: Array($0.1.utf8)) })
    }

    private func problems(_ files: [(String, String)]) -> [String] {
        do {
            _ = try texts(files)
            return []
        } catch let found as LoadProblems { return found.problems.map(\.description) } catch { return ["\(error)"] }
    }

    /// The same in all languages.
    private func everywhere(_ text: String) -> [(String, String)] {
        Language.allCases.map { ("\($0.rawValue).txt", text) }
    }

    @Test func `texts are read by key and language`() throws {
        let texts = try texts([
            ("nb.txt", "# Søk\n\napply.title = Søk nå = i dag\r\n"), ("sv.txt", "apply.title=Ansök"),
            ("en.txt", "apply.title = Apply"),
        ])
        #expect(texts.text("apply.title", in: .nb) == "Søk nå = i dag")
        #expect(texts.text("apply.title", in: .sv) == "Ansök")
        #expect(texts.text("apply.none", in: .sv) == nil)
        #expect(texts.keys == ["apply.title"])
    }

    @Test func `placeholders are filled as they are, and without a value with nothing`() throws {
        let texts = try texts(everywhere("due = {count} of {total}"))
        #expect(texts.text("due", in: .en, ["count": "<{total}>", "total": "12"]) == "<{total}> of 12")
        #expect(texts.text("due", in: .en) == " of ")
    }

    @Test func `a language may stand in several files`() throws {
        let files = everywhere("a = 1") + everywhere("b = 2").map { ("public." + $0.0, $0.1) }
        #expect(try texts(files).keys == ["a", "b"])
        #expect(
            problems(everywhere("a = 1") + [("public.nb.txt", "a = 2")]) == [
                "public.nb.txt:1: stands already in nb.txt"
            ])
    }

    @Test func `a key that lacks in a language is reported`() {
        let files = [("nb.txt", "a = 1\nb = 2"), ("sv.txt", "a = 1"), ("en.txt", "a = 1")]
        #expect(problems(files) == ["sv.txt: `b` is missing", "en.txt: `b` is missing"])
    }

    @Test func `a key that stands twice is reported`() {
        #expect(
            problems([("nb.txt", "a = 1\na = 2"), ("sv.txt", "a = 1"), ("en.txt", "a = 1")]) == [
                "nb.txt:2: `a` stands already in line 1"
            ])
    }

    @Test func `texts of one key have the same placeholders`() {
        let files = [("nb.txt", "a = {n}"), ("sv.txt", "a = {n} {n}"), ("en.txt", "\na = {m}")]
        #expect(problems(files) == ["en.txt:2: `a` has other placeholders than in nb.txt"])
    }

    @Test(arguments: [
        "novalue", "= text", "a =", "a b = c", "å = x", "a = {", "a = }", "a = {}", "a = {a b}", "a = {1}",
    ])
    func `a line that is none is reported`(line: String) {
        let found = problems([("nb.txt", "x = y\n" + line), ("sv.txt", "x = y"), ("en.txt", "x = y")])
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("nb.txt:2: ") == true)
    }

    @Test func `a file that is not UTF-8 is reported`() {
        #expect(throws: LoadProblems(problems: [LoadProblem("nb.txt", 0, "not UTF-8")])) {
            try Texts([(name: "nb.txt", bytes: [0xFF]), (name: "sv.txt", bytes: []), (name: "en.txt", bytes: [])])
        }
    }

    @Test func `a folder is read`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "texts-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in everywhere("a = 1") { try Data(text.utf8).write(to: folder.appending(path: name)) }
        #expect(try Texts(folder: folder.path).text("a", in: .sv) == "1")
    }
}
