import Foundation
import KohortCore

/// One file of texts: `key = text` lines, `#` comments, blank lines.
struct TextFile {
    /// A text, where it stands, and the names between braces in it.
    struct Entry: Hashable, Sendable {
        let text: String
        let file: String
        let line: Int
        let placeholders: Set<String>
    }

    private(set) var entries: [String: Entry] = [:]
    private(set) var problems: [LoadProblem] = []
    private let file: String

    init(_ file: String, _ bytes: [UInt8]) {
        self.file = file
        guard let content = String(validating: bytes, as: UTF8.self) else {
            problems = [LoadProblem(file, 0, "not UTF-8")]
            return
        }
        for (index, line) in content.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            read(line.trimmingCharacters(in: .whitespacesAndNewlines), index + 1)
        }
    }

    private mutating func read(_ line: String, _ number: Int) {
        if line.isEmpty || line.hasPrefix("#") { return }
        let halves = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            .map { $0.trimmingCharacters(in: .whitespaces) }
        guard halves.count == 2, TextKey.isKey(halves[0]), !halves[1].isEmpty else {
            return report(number, "not a line of the form `key = text`")
        }
        guard let placeholders = TextPlaceholders.names(in: halves[1]) else {
            return report(number, "a brace that is not part of a {name}")
        }
        let entry = Entry(text: halves[1], file: file, line: number, placeholders: placeholders)
        if let other = entries.updateValue(entry, forKey: halves[0]) {
            report(number, "`\(halves[0])` stands already in line \(other.line)")
        }
    }

    private mutating func report(_ line: Int, _ reason: String) { problems.append(LoadProblem(file, line, reason)) }
}

enum TextKey {
    /// Letters, digits, `_`, `-` and dots.
    static func isKey(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { PercentEncoding.isUnreserved($0) && $0 != UInt8(ascii: "~") }
    }
}
