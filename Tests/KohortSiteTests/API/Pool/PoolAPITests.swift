import HTTPTypes
import KohortApp
import KohortCore
import KohortStore
import KohortTesting
import KohortWeb
import Recruitment
import Testing

@testable import KohortSite

@Suite struct `A pool read by another system` {
    private func numbers(_ answer: TestResponse) throws -> [Int] {
        let candidacies = try answer.members["candidacies"] as? [[String: Any]] ?? []
        return candidacies.compactMap { $0["number"] as? Int }
    }

    /// The path of a `Link` below the API's root.
    private func next(_ answer: TestResponse) -> String? {
        let link = answer.headers[.link]?.firstMatch(of: /^<\/norra-norrland\/api\/v1(\/[^>]+)>; rel="next"$/)
        return link.map { String($0.output.1) }
    }

    @Test func `comes fifty a page, each leading to the next`() async throws {
        let world = try await SystemWorld(try await RoundStory.released(count: 55))
        for (path, token) in [
            ("/employers/ornskoldsvik/pool?round=first-call&level=master", world.coordinator),
            ("/rounds/first-call/candidacies", world.lead),
        ] {
            let first = try await world.client.get(path, token: token)
            #expect(try numbers(first) == Array(1...50), "\(path)")
            let address = try #require(next(first))
            #expect(address.contains("level=master") == path.contains("level=master"))
            let second = try await world.client.get(address, token: token)
            #expect(try numbers(second) == Array(51...55), "\(path)")
            #expect(next(second) == nil)
        }
    }

    @Test func `is narrowed as on the page, and by nothing that means nothing`() async throws {
        let world = try await SystemWorld.released()
        let path = "/employers/ornskoldsvik/pool?round=first-call"
        let token = world.coordinator
        #expect(try numbers(try await world.client.get(path + "&field=Maps", token: token)) == [2])
        #expect(try numbers(try await world.client.get(path + "&text=alva", token: token)) == [1])
        #expect(try numbers(try await world.client.get(path + "&own=true&level=master", token: token)) == [1, 2, 3])
        #expect(try numbers(try await world.client.get(path + "&ranked=true", token: token)) == [])
        #expect(try numbers(try await world.client.get(path + "&verdict=none", token: token)) == [1, 2, 3])
        let wrong = try await world.client.get(path + "&own=1&level=no&verdict=x&ranked=", token: token)
        #expect(
            wrong.problems == [
                "own: choice.unknown", "level: choice.unknown", "verdict: choice.unknown", "ranked: choice.unknown",
            ])
        #expect(try await world.client.get(path + "&after=x", token: token).code == "page.after")
    }

    @Test func `is not there before its release`() async throws {
        let world = try await SystemWorld(try await RoundStory.published())
        let candidacy = world.story.candidacies[0]
        for (path, token) in [
            ("/employers/ornskoldsvik/pool?round=first-call", world.coordinator),
            ("/employers/ornskoldsvik/rankings/first-call", world.coordinator),
            ("/rounds/first-call/candidacies", world.lead), ("/rounds/first-call/candidacies/\(candidacy)", world.lead),
        ] {
            let answer = try await world.client.get(path, token: token)
            #expect(answer.status == .conflict && answer.code == "pool.not_released", "\(path)")
            #expect(!answer.text.contains("Alva"))
        }
    }

    @Test func `opens a candidacy and notes it in the journal`() async throws {
        let world = try await SystemWorld.released()
        let candidacy = world.story.candidacies[0]
        func opened() async throws -> Int {
            try await world.story.world.use { open in
                try await open.store.fetch(Openings(candidacy: candidacy), by: .operator, at: .now)
            }
        }
        let before = try await opened()
        for (path, token) in [
            ("/employers/ornskoldsvik/pool/\(candidacy)", world.coordinator),
            ("/rounds/first-call/candidacies/\(candidacy)", world.lead),
        ] {
            let answer = try await world.client.get(path, token: token)
            #expect(answer.text.contains(#""name":"Alva Berg","email":"person-0@people.example""#), "\(path)")
        }
        #expect(try await opened() == before + 2)
    }

    @Test func `shows an employer's assessment to that employer alone`() async throws {
        let world = try await SystemWorld.released()
        let candidacy = world.story.candidacies[0]
        let path = "/employers/ornskoldsvik/pool/\(candidacy)"
        let verdict = #"{"verdict":"not_qualified","reasons":["language"],"note":"Only for us"}"#
        let unreasoned = try await world.client.post(
            path + "/assessment", #"{"verdict":"not_qualified"}"#, token: world.coordinator)
        #expect(unreasoned.problems == ["reasons: assessment.reason_required"])
        #expect(
            try await world.client.post(path + "/assessment", verdict, token: world.coordinator).status == .noContent)
        let own = try await world.client.get(path, token: world.coordinator)
        #expect(own.text.contains(#""verdict":"not_qualified","reasons":["language"],"note":"Only for us""#))

        let umea = try await world.client.token(.coordinator, of: "umea")
        #expect(try await world.client.get(path, token: umea).status == .notFound)
        #expect(try await world.client.get(path, token: world.lead).status == .forbidden)
        let others = [
            try await world.client.get("/employers/umea/pool/\(candidacy)", token: umea),
            try await world.client.get("/employers/umea/pool?round=first-call", token: umea),
            try await world.client.get("/rounds/first-call/candidacies/\(candidacy)", token: world.lead),
            try await world.client.get("/rounds/first-call/candidacies", token: world.lead),
        ]
        for other in others {
            #expect(other.status == .ok && other.text.contains("Alva Berg"))
            #expect(!other.text.contains("not_qualified") && !other.text.contains("Only for us"))
        }
    }

    @Test func `holds nobody who has withdrawn`() async throws {
        let world = try await SystemWorld.released()
        let candidacy = world.story.candidacies[0]
        let path = "/candidacies/\(candidacy)/withdrawal"
        #expect(try await world.client.post(path, token: world.coordinator).status == .forbidden)
        #expect(try await world.client.post(path, token: world.lead).status == .noContent)
        #expect(try await world.client.post(path, token: world.lead).code == "candidacy.ended")
        let list = try await world.client.get("/rounds/first-call/candidacies", token: world.lead)
        #expect(try numbers(list) == [2, 3])
        let gone = try await world.client.get("/rounds/first-call/candidacies/\(candidacy)", token: world.lead)
        #expect(gone.status == .gone && gone.code == "gone")
    }
}

/// How often a candidacy has been opened, as the journal has it.
private struct Openings: KohortStore.Query {
    static let permission = Permission.readRounds
    let scope = Scope.consortium
    let candidacy: CandidacyID

    func fetch(in read: borrowing Read) throws -> Int {
        try read.count(
            """
            select count(*) from journal where name = 'recruitment.candidacy.opened'
            and subject_id = \(candidacy.description)
            """)
    }
}
