import Testing

/// Holds the catalogue in Docs/api/webhooks.md against the events in the sources.
@Suite struct `The catalogue of events` {
    private struct Row: Hashable {
        let name: String
        let members: [String]
    }

    /// Of every event that leaves the house: all but those whose audience is internal, whatever they hold.
    private static let declared: Set<Row> = Set(
        ["Tenancy", "Recruitment", "Delivery", "Billing"].flatMap { SourceTree.swiftFiles(under: "Sources/\($0)") }
            .flatMap { file in
                file.code.captures(of: #"(?s)(package struct \w+: \w*Event\b.*?\n\})"#).compactMap { event in
                    guard !event.contains("audience: Audience { .internal }"),
                        let name = event.captures(of: #"static let name = "([a-z_.]+)""#).first
                    else { return nil }
                    return Row(name: name, members: event.captures(of: #"^    package let (\w+):"#))
                }
            })

    private static let described: [Row] = SourceTree.text("Docs/api/webhooks.md").split(separator: "\n").compactMap {
        line in
        let cells = line.split(separator: "|").map { $0.trimmingPrefix(" ").split(separator: " ") }
        guard cells.count == 4, let name = cells[0].first?.split(separator: "`").first, name.contains(".") else {
            return nil
        }
        return Row(name: String(name), members: cells[2].map { String($0.split(separator: ",")[0]) })
    }

    @Test func `describes every event that leaves the house, with its members, and no other`() {
        #expect(Self.declared.count > 30)
        #expect(Set(Self.described) == Self.declared)
        #expect(Self.described.count == Self.declared.count)
    }

    @Test(arguments: ["nb", "sv", "en"])
    func `each has words for the journal`(language: String) {
        let files = SourceTree.files(under: "Sources/KohortSite/Texts", ending: "txt")
            .filter { $0.path.hasSuffix(".\(language).txt") }
        let written = Set(files.flatMap { $0.text.captures(of: #"^event\.([a-z_.]+) = "#) })
        #expect(Self.declared.map(\.name).filter { !written.contains($0) }.sorted() == [])
    }

    @Test func `no event has members that webhooks add`() {
        for row in Self.declared { #expect(!row.members.contains("sequence") && !row.members.contains("subject")) }
    }
}
