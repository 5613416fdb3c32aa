import Foundation
import HTTPTypes
import KohortApp
import KohortCore
import KohortStore
import KohortTesting
import Recruitment
import Testing

@testable import KohortSite

@Suite struct `The file of all applicants` {
    private static let path = "/staff/rounds/first-call/candidacies.csv"

    @Test func `is the lead's alone, after the release, and no cell of it is a formula`() async throws {
        let story = try await RoundStory.released(count: 2, name: "=HYPERLINK(\"http://x\")")
        let file = try await story.world.send(.get, Self.path, as: .lead)
        #expect(file.status == .ok)
        #expect(file.headers[.contentType] == "text/csv; charset=utf-8")
        #expect(
            file.headers[.contentDisposition]?.contains("norra-norrland-first-call-applicants.csv") == true)
        let heads = "No.;Name;Email;Phone;Year of birth;Where you live;Highest education;Field of study;School;"
        let lines = file.text.components(separatedBy: "\r\n")
        #expect(lines.count == 4)
        #expect(lines[0].hasPrefix("\u{FEFF}" + heads))
        #expect(lines[1].contains(";\"'=HYPERLINK(\"\"http://x\"\")\";person-0@people.example;'+46 70 000 00 00;"))
        #expect(lines[2].contains("Candidate 2;person-1@people.example"))
        #expect(lines[2].contains("Engineer for roads") && lines[2].contains("I want to build."))
        #expect(try await story.world.send(.get, Self.path, as: .nobody).status == .unauthorized)
        #expect(try await story.world.send(.get, Self.path, as: RoundStory.first).status == .notFound)
    }

    @Test func `is not there before the release`() async throws {
        let story = try await RoundStory.published(count: 1)
        #expect(try await story.world.send(.get, Self.path, as: .lead).status == .conflict)
    }

    @Test func `asks again who one is, and stands in the journal`() async throws {
        let story = try await RoundStory.released(count: 3)
        let cookie = try await story.world.cookie(of: .lead)
        story.world.move(to: "2027-02-15T09:10:00Z")
        let asked = try await story.world.send(.get, Self.path, as: .nobody, cookie: cookie)
        #expect(asked.location == "/norra-norrland/me/confirmation")
        #expect(try await exports(story) == 0)
        story.world.move(to: "2027-02-15T09:09:59Z")
        #expect(try await story.world.send(.get, Self.path, as: .nobody, cookie: cookie).status == .ok)
        #expect(try await exports(story) == 1)
    }

    @Test func `has everybody once, over several pages`() async throws {
        let count = ExportedCandidacies.pageSize + 3
        let story = try await RoundStory.released(count: count)
        let file = try await story.world.send(.get, Self.path, as: .lead)
        let numbers = file.text.components(separatedBy: "\r\n").dropFirst().compactMap {
            $0.split(separator: ";").first.flatMap { Int($0) }
        }
        #expect(numbers == Array(1...count))
    }

    private func exports(_ story: RoundStory) async throws -> Int {
        try await story.world.use { open in
            try await open.store.fetch(JournalFeed(after: 0, limit: 10_000), by: .operator, at: story.world.now)
                .count { $0.name == CandidaciesExported.name }
        }
    }
}
