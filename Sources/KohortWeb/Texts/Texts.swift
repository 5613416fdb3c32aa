import Foundation
import KohortCore

/// What the interface says, by key and language.
package struct Texts: Sendable {
    private let entries: [Language: [String: TextFile.Entry]]

    /// Reads `nb.txt`, `sv.txt` and `en.txt`, or several files per language that end so (`public.nb.txt`). Throws
    /// `LoadProblems` for lines that are none, keys that stand twice or lack in a language, and texts of one key that
    /// differ in their placeholders.
    package init(folder: String) throws {
        let folder = URL(fileURLWithPath: folder, isDirectory: true)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        let files = try names.map { (name: $0, bytes: Array(try Data(contentsOf: folder.appending(path: $0)))) }
        try self.init(files)
    }

    init(_ files: [(name: String, bytes: [UInt8])]) throws(LoadProblems) {
        var entries: [Language: [String: TextFile.Entry]] = [:]
        var problems: [LoadProblem] = []
        for language in Language.allCases {
            let ending = "\(language.rawValue).txt"
            for file in files where file.name == ending || file.name.hasSuffix("." + ending) {
                let texts = TextFile(file.name, file.bytes)
                problems += texts.problems
                entries[language, default: [:]].merge(texts.entries) { first, second in
                    problems.append(LoadProblem(second.file, second.line, "stands already in \(first.file)"))
                    return first
                }
            }
        }
        problems += TextComparison.problems(entries)
        try problems.throwIfAny()
        self.entries = entries
    }

    /// The text with its placeholders filled in, not escaped; nil when there is no such key.
    package func text(_ key: String, in language: Language, _ values: [String: String] = [:]) -> String? {
        guard let text = raw(key, in: language), let pieces = TextPlaceholders.pieces(of: text) else { return nil }
        return pieces.map { piece in
            switch piece {
            case .text(let text): String(text)
            case .name(let name): values[String(name)] ?? ""
            }
        }.joined()
    }

    package var keys: Set<String> { Set(entries.values.flatMap(\.keys)) }

    func raw(_ key: String, in language: Language) -> String? { entries[language]?[key]?.text }
}
