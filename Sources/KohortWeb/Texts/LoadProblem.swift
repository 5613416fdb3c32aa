/// What is wrong with a file of texts, a template or an asset, and where.
package struct LoadProblem: Error, Hashable, Sendable, CustomStringConvertible {
    package let file: String
    /// From 1; 0 for the file as a whole.
    package let line: Int
    package let reason: String

    package init(_ file: String, _ line: Int, _ reason: String) {
        (self.file, self.line, self.reason) = (file, line, reason)
    }

    package var description: String { line == 0 ? "\(file): \(reason)" : "\(file):\(line): \(reason)" }
}

/// All that is wrong, so that it is mended in one go.
package struct LoadProblems: Error, Hashable, Sendable, CustomStringConvertible {
    package let problems: [LoadProblem]
    package var description: String { problems.map(\.description).joined(separator: "\n") }
}

extension [LoadProblem] {
    func throwIfAny() throws(LoadProblems) {
        if !isEmpty { throw LoadProblems(problems: self) }
    }
}
