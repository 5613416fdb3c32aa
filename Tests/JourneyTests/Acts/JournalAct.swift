import HTTPTypes
import HummingbirdTesting
import Testing

extension RoundStory {
    /// All that happened, by name and number, and nothing of who it happened to.
    func theJournalTellsItAll() async throws {
        let events = try await website.events()
        let counts = Dictionary(grouping: events, by: \.name).mapValues(\.count)
        #expect(counts == Self.counts)
        try await eachOpeningIsThere()
    }

    /// Once for each list that a candidate stands on, and whoever else was looked at; a CV that is read counts too.
    private func eachOpeningIsThere() async throws {
        var expected = [String: Int]()
        let looked = Selection.lists.flatMap { $0.wanted } + [Selection.unwanted, 200, 49, 49]
        for number in looked { expected[try applicant(number).candidacy, default: 0] += 1 }
        #expect(try await installation.openings(of: Self.tenant) == expected)
    }

    private static let counts: [String: Int] = [:]
}
