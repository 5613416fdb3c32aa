import Testing

/// Holds the table of walls in Docs/testing.md against the tests.
@Suite struct `The walls' table` {
    @Test func `has ten rows, and names tests that exist`() {
        let text = SourceTree.text("Docs/testing.md")
        let rows = text.captures(of: #"^(\| \d+ \|.*)$"#)
        #expect(rows.map { String($0.split(separator: " ")[1]) } == (1...10).map { "\($0)" })
        let names = Set(SourceTree.swiftFiles(under: "Tests").flatMap { $0.text.captures(of: #"func `([^`]+)`"#) })
        for row in rows {
            let tests = row.captures(of: "`([^`]+)`").filter { $0.contains(" ") && !$0.hasPrefix("make ") }
            #expect(!tests.isEmpty || row.hasPrefix("| 10 "), "\(row.prefix(40))")
            for test in tests { #expect(names.contains(test), "\(test)") }
        }
    }
}
