import Foundation
import Testing

/// Holds Docs/requirements.md against the tests: every id once, every test named there exists.
@Suite struct `Requirements` {
    private struct Row {
        let id: String
        let status: String
        let shownBy: String
    }

    private static let rows: [Row] = SourceTree.text("Docs/requirements.md").split(separator: "\n").compactMap { line in
        let cells = line.split(separator: "|", omittingEmptySubsequences: false).map {
            $0.trimmingCharacters(in: .whitespaces)
        }
        guard cells.count >= 5, cells[1].wholeMatch(of: /[A-Z]+[0-9]*-[0-9]+/) != nil else { return nil }
        return Row(id: cells[1], status: cells[2], shownBy: cells[3])
    }

    /// How many there are of each kind in the product's description.
    private static let counts = [
        "KS06": 7, "KS11": 38, "GEN": 8, "ROM": 13, "NOR": 10, "BC": 8, "BR": 13, "BD": 10, "BB": 10, "BP": 8, "BI": 5,
    ]

    @Test func `every id stands there exactly once`() {
        let expected = Self.counts.flatMap { kind, count in (1...count).map { "\(kind)-\($0)" } }
        #expect(Self.rows.map(\.id).sorted() == expected.sorted())
    }

    @Test func `a status is shown by, partly or not yet`() {
        for row in Self.rows { #expect(["shown by", "partly", "not yet"].contains(row.status), "\(row.id)") }
    }

    @Test func `what is shown or partly shown names tests that exist`() {
        let names = Self.testNames
        for row in Self.rows where row.status != "not yet" {
            let tests = row.shownBy.captures(of: "`([^`]+)`")
            #expect(!tests.isEmpty, "\(row.id) names no test")
            for test in tests { #expect(names.contains(test), "\(row.id) names \(test)") }
        }
    }

    @Test func `what is not yet shown names no test`() {
        for row in Self.rows where row.status == "not yet" {
            #expect(row.shownBy.captures(of: "`([^`]+)`").isEmpty, "\(row.id)")
        }
    }

    private static var testNames: Set<String> {
        Set(SourceTree.swiftFiles(under: "Tests").flatMap { $0.text.captures(of: #"func `([^`]+)`"#) })
    }
}
