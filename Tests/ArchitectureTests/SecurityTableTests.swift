import Foundation
import Testing

/// Holds Docs/security.md against the tests: every number once, every test named there exists.
@Suite struct `Security's table` {
    private struct Row {
        let number: Int
        let status: String
        let tests: [String]
        let missing: String
    }

    private static let rows: [Row] = SourceTree.text("Docs/security.md").split(separator: "\n").compactMap { line in
        let cells = line.split(separator: "|", omittingEmptySubsequences: false).map {
            $0.trimmingCharacters(in: .whitespaces)
        }
        guard cells.count == 7, let number = Int(cells[1]) else { return nil }
        return Row(
            number: number, status: cells[3], tests: cells[4].captures(of: "`([^`]+)`"), missing: cells[5])
    }

    @Test func `every number stands there once`() {
        #expect(Self.rows.map(\.number) == Array(1...44))
    }

    @Test func `what is shown names tests that exist, and what is not says what is missing`() {
        let names = Set(SourceTree.swiftFiles(under: "Tests").flatMap { $0.text.captures(of: #"func `([^`]+)`"#) })
        for row in Self.rows {
            #expect(["shown by", "partly", "not yet"].contains(row.status), "\(row.number)")
            #expect(row.tests.isEmpty == (row.status == "not yet"), "\(row.number)")
            #expect(row.missing.isEmpty == (row.status == "shown by"), "\(row.number)")
            #expect(row.tests.filter { !names.contains($0) } == [], "\(row.number)")
        }
    }
}
