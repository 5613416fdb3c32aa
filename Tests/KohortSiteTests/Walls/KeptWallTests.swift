import HTTPTypes
import KohortCore
import KohortTesting
import KohortWeb
import Testing

@testable import KohortSite

/// What is kept so that it need not be made again, by us or by a reader, is each consortium's own.
@Suite(.serialized) struct `What is kept for a consortium` {
    private var twins: WallTwins { get async throws { try await WallTwins.shared.value } }

    /// What everybody may read, with that tenant's own ids.
    private static func paths(of seed: WallSeed) -> [String] {
        let ids = ["round": "open", "vacancy": seed.captures["vacancy"] ?? ""]
        return OpenRoutes.all.filter { $0.hasPrefix("GET /{tenant}") }.map { line in
            let pattern = line.dropFirst("GET /{tenant}".count)
            return ids.reduce("/\(seed.tenant.slug)\(pattern)") { $0.replacing("{\($1.key)}", with: $1.value) }
        }.filter { !$0.contains("{") }.sorted()
    }

    private func ask(_ path: String, _ twins: WallTwins, tag: String? = nil) async throws -> TestResponse {
        var sent = SentRequest.get(path, as: .none)
        sent.headers[.ifNoneMatch] = tag
        return try await twins.site.send(sent)
    }

    @Test func `a tag of one's page is none of another's`() async throws {
        let twins = try await twins
        for (own, other) in twins.pairs {
            var tried = 0
            for path in Self.paths(of: own) {
                let answer = try await ask(path, twins)
                guard answer.status == .ok, let tag = answer.headers[.eTag] else { continue }
                let foreign = try await ask(WallTwins.path(path, of: own, at: other), twins, tag: tag)
                #expect(foreign.status == .ok && foreign.headers[.eTag] != tag, "\(path)")
                #expect(foreign.text.contains(other.tenant.slug) || foreign.text.contains(other.tenant.word), "\(path)")
                WallJudge.hold(foreign, [own.tenant.word], path)
                #expect(try await ask(path, twins, tag: tag).status == .notModified, "\(path)")
                tried += 1
            }
            #expect(tried > 8)
        }
    }

    @Test func `what is made for one is never shown to another, whoever asks first and all at once`() async throws {
        let twins = try await twins
        for path in Self.paths(of: twins.alfa) {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for turn in 0..<6 {
                    let (own, other) = turn.isMultiple(of: 2) ? (twins.beta, twins.alfa) : (twins.alfa, twins.beta)
                    let address = WallTwins.path(path, of: twins.alfa, at: own)
                    group.addTask {
                        let answer = try await ask(address, twins)
                        #expect([.ok, .seeOther].contains(answer.status), "\(address)")
                        WallJudge.hold(answer, [other.tenant.word], address)
                    }
                }
                try await group.waitForAll()
            }
        }
    }

    @Test func `an Idempotency-Key is another request at another consortium`() async throws {
        let twins = try await twins
        let matter = #"{"kind":"legal","title":"Who signs?"}"#
        let interest =
            #"{"programme":"trainee","municipality":"Ås","contact_name":"Liv","contact_email":"liv@people.example"}"#
        let (alfa, beta) = (twins.alfa, twins.beta)
        for (path, body, tokens) in [
            ("/matters", matter, [alfa.lead, beta.lead]), ("/interests", interest, [nil, nil]),
        ] as [(String, String, [String?])] {
            let requests = zip([alfa, beta], tokens).map { $0.tenant.api(path, body, by: $1) }
            var (own, foreign) = (requests[0], requests[1])
            foreign.headers[KeyHeader.field] = own.headers[KeyHeader.field]
            let answers = [
                try await twins.site.send(own), try await twins.site.send(foreign), try await twins.site.send(own),
                try await twins.site.send(foreign),
            ]
            #expect(answers.allSatisfy { $0.status.kind == .successful }, "\(answers.map(\.status.code))")
            // Answered again as it was there.
            #expect(answers[0].id == answers[2].id && answers[1].id == answers[3].id)
            #expect(path != "/matters" || answers[0].id != answers[1].id)
            // With another body the own key is refused; another consortium's would not be known.
            own.body = body.replacing("legal", with: "economic")
            if own.body != body { #expect(try await twins.site.send(own).status == .unprocessableContent) }
        }
        // Done once at each.
        for seed in [alfa, beta] {
            for (list, member, text) in [("matters", "title", "Who signs?"), ("interests", "municipality", "Ås")] {
                let shown = try await seed.tenant.members("/\(list)", by: seed.lead)[list] as? [[String: Any]] ?? []
                #expect(shown.count { $0[member] as? String == text } == 1, "\(list) of \(seed.tenant.slug)")
            }
        }
    }

    @Test func `a list goes on with its own rows, from whichever number it is asked`() async throws {
        let twins = try await twins
        for (own, other) in twins.pairs {
            let read = Credential(token: own.lead)
            let page = try await twins.site.send(.get("/\(own.tenant.slug)\(API.root)/events?limit=5", as: read))
            let after = try #require(try page.members["after"] as? Int)
            let next = "/\(other.tenant.slug)\(API.root)/events?after=\(after)&limit=200"
            #expect(try await twins.site.send(.get(next, as: read)).status == .unauthorized)
            let answer = try await twins.site.send(.get(next, as: Credential(token: other.lead)))
            let events = try answer.members["events"] as? [[String: Any]] ?? []
            #expect(events.count > 5 && events.allSatisfy { ($0["number"] as? Int ?? 0) > after })
            WallJudge.hold(answer, [own.tenant.word], next)
        }
    }
}
