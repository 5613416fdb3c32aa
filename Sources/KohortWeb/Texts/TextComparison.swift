import KohortCore

/// Holds the languages against each other.
enum TextComparison {
    static func problems(_ entries: [Language: [String: TextFile.Entry]]) -> [LoadProblem] {
        let keys = Set(entries.values.flatMap(\.keys)).sorted()
        return keys.flatMap { key in missing(key, entries) + differing(key, entries) }
    }

    private static func missing(_ key: String, _ entries: [Language: [String: TextFile.Entry]]) -> [LoadProblem] {
        Language.allCases.filter { entries[$0]?[key] == nil }.map {
            LoadProblem("\($0.rawValue).txt", 0, "`\(key)` is missing")
        }
    }

    private static func differing(_ key: String, _ entries: [Language: [String: TextFile.Entry]]) -> [LoadProblem] {
        let found = Language.allCases.compactMap { entries[$0]?[key] }
        guard let first = found.first else { return [] }
        return found.dropFirst().filter { $0.placeholders != first.placeholders }.map {
            LoadProblem($0.file, $0.line, "`\(key)` has other placeholders than in \(first.file)")
        }
    }
}
