import Foundation
import Testing

/// Texts that lack in a language, or differ in their placeholders, stop the daemon from starting; texts that nobody
/// shows stop here.
@Suite struct `The texts of the interface` {
    private static let keys = SourceTree.files(under: "Sources/KohortSite/Texts", ending: "txt")
        .filter { $0.path.hasSuffix(".en.txt") }.flatMap { $0.text.captures(of: #"^([A-Za-z0-9_.-]+)\s*="#) }
    private static let swift = SourceTree.swiftFiles(under: "Sources").map(\.code).joined(separator: "\n")
    private static let templates = SourceTree.files(under: "Sources/KohortSite/Templates", ending: "mustache")
        .map(\.text).joined(separator: "\n")

    /// What stands between quotes, and what stands before the first interpolation of such a text.
    private static let words = Set(swift.captures(of: #""((?:[^"\\\n]|\\.)*)""#))
    private static let beginnings = Set(swift.captures(of: #""([a-z][a-z0-9_]*\.[a-z0-9_.]*)\\\("#))
    private static let shown = Set(templates.captures(of: #"\[\[([^\]]+)\]\]"#))

    /// Named whole, made of a beginning that is named (a short one lets a whole room pass), or of two parts that are: a
    /// form's room and its field.
    static func isUsed(_ key: String) -> Bool {
        let name = key.hasSuffix(".hint") ? String(key.dropLast(5)) : key
        if shown.contains(key) || words.contains(key) || beginnings.contains(where: key.hasPrefix) { return true }
        let parts = name.split(separator: ".").map(String.init)
        return (1..<max(parts.count, 1)).contains { cut in
            words.contains(parts[..<cut].joined(separator: ".")) && words.contains(parts[cut...].joined(separator: "."))
        }
    }

    @Test func `are all shown somewhere`() {
        #expect(Self.keys.count > 1000)
        #expect(Self.keys.filter { !Self.isUsed($0) } == [])
    }

    @Test func `one that nobody names would be found`() {
        #expect(!Self.isUsed("layout.nobody_shows_this") && !Self.isUsed("employer.nobody_asks_this"))
        #expect(Self.isUsed("layout.skip") && Self.isUsed("apply.email.hint"))
    }
}
