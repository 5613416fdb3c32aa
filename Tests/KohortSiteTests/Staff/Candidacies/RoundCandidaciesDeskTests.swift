import HTTPTypes
import KohortTesting
import Testing

@testable import KohortSite

@Suite struct `The applications of a round` {
    private static let path = "/staff/rounds/first-call/candidacies"

    @Test func `are numbers alone until the release`() async throws {
        let story = try await RoundStory.published()
        let page = try await story.world.send(.get, Self.path, as: .lead).text
        #expect(page.contains("<dt>Sent in</dt><dd><p>3</p></dd>") && !page.contains("Alva Berg"))
    }

    @Test func `are listed for the lead, by employer too, without any employer's marks`() async throws {
        let story = try await RoundStory.released()
        let umea = "/employer/umea/pool/\(story.candidacies[0])"
        _ = try await story.world.send(
            .post, umea + "/assessment?round=first-call", as: RoundStory.second,
            [("verdict", "not_qualified"), ("reasons", "language"), ("note", "Own words")])
        for query in ["", "?employer=umea", "?employer=umea&text=alva"] {
            let page = try await story.world.send(.get, Self.path + query, as: .lead).text
            #expect(page.contains("Alva Berg") && !page.contains("Not qualified"), "\(query)")
        }
        let candidate = try await story.world.send(.get, "\(Self.path)/\(story.candidacies[0])", as: .lead).text
        #expect(candidate.contains("I want to build.") && !candidate.contains("Own words"))
    }

    @Test func `are withdrawn at the applicant's request, and then shown no more`() async throws {
        let story = try await RoundStory.released()
        let path = "\(Self.path)/\(story.candidacies[0])"
        let answer = try await story.world.send(.post, path + "/withdrawal", as: .lead)
        #expect(answer.status == .seeOther)
        let list = try await story.world.send(.get, answer.location, as: .lead).text
        #expect(list.contains("The application is withdrawn.") && !list.contains("Alva Berg"))
        let gone = try await story.world.send(.get, path, as: .lead)
        #expect(gone.status == .seeOther && gone.location.hasSuffix("?done=candidacy.gone"))
    }
}
