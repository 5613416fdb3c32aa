import HTTPTypes
import KohortTesting
import Testing

@testable import KohortSite

@Suite struct `The journal in the programme office` {
    @Test func `comes a page at a time, in words, without names`() async throws {
        let story = try await RoundStory.released(count: 30)
        let first = try await story.world.send(.get, "/staff/journal", as: .lead).text
        #expect(first.contains("An application came in") && !first.contains("Alva"))
        let next = first.firstMatch(of: /href="([^"]+\?after=\d+)" rel="next"/).map { String($0.output.1) } ?? ""
        let second = try await story.world.send(.get, next, as: .lead).text
        #expect(second.contains("The candidates were released to the employers"))
        #expect(second.contains("An employer can see the candidates") && second.contains("Umeå kommun"))
    }

    @Test func `a cursor that is none starts at the beginning`() async throws {
        let world = try await RoundSite()
        let page = try await world.send(.get, "/staff/journal?after=x", as: .lead).text
        #expect(page.contains("The consortium was defined"))
    }
}
