import HTTPTypes
import KohortApp
import KohortCore
import KohortStore
import KohortTesting
import KohortWeb
import Tenancy
import Testing

@testable import KohortSite

@Suite struct `The integrations` {
    private let path = "/staff/integrations"

    private func fields(_ url: String = "https://receiver.example/", _ more: [(String, String)] = []) -> [(
        String, String
    )] {
        [("url", url), ("events", "recruitment.offer.*"), ("organisation", "")] + more
    }

    private func secret(_ answer: TestResponse) -> String? {
        answer.text.firstMatch(of: /whsec_[A-Za-z0-9+\/=]+/).map { String($0.output) }
    }

    @Test func `an endpoint is added and its secret shown this once`() async throws {
        let world = try await RoundSite()
        #expect(try await world.send(.get, path, as: .lead).text.contains("No system is told anything yet."))
        let added = try await world.send(.post, path, as: .lead, fields())
        let shown = try #require(secret(added))
        #expect(added.status == .ok)
        let list = try await world.send(.get, path, as: .lead).text
        #expect(list.contains("https://receiver.example/") && list.contains("recruitment.offer.*"))
        let detail = list.firstMatch(of: /href="([^"]+\/integrations\/[^"]+)"/).map { String($0.output.1) } ?? ""
        let page = try await world.send(.get, detail, as: .lead)
        #expect(page.status == .ok && secret(page) == nil && !page.text.contains(shown))
    }

    @Test func `a form that is sent twice adds one endpoint and shows the same secret`() async throws {
        let world = try await RoundSite()
        let once = MessageID.new(at: world.now).description
        let answers = [
            try await world.send(.post, path, as: .lead, fields("https://a.example/", [("once", once)])),
            try await world.send(.post, path, as: .lead, fields("https://a.example/", [("once", once)])),
        ]
        #expect(secret(answers[0]) != nil && secret(answers[0]) == secret(answers[1]))
        let lines = try await world.use { try await $0.store.fetch(WebhookList(), by: .operator, at: world.now) }
        #expect(lines.count == 1)
    }

    @Test(arguments: [
        ("https://10.0.0.1/", "The address is in a closed network"), ("https://0x7f.1/", "closed network"),
        ("https://localhost/", "closed network"), ("http://receiver.example/", "must begin with https://"),
        ("https://receiver.example:22/", "these ports only: 443, 8443"),
        ("https://me:word@receiver.example/", "Take the user name and password out"),
        ("", "Write a whole address"),
    ])
    func `an address that is not taken is said why, and what was typed stays`(url: String, words: String) async throws {
        let world = try await RoundSite()
        let refused = try await world.send(.post, path, as: .lead, fields(url))
        #expect(refused.status == .unprocessableContent)
        #expect(refused.text.contains(words) && refused.text.contains("recruitment.offer.*</textarea>"))
        #expect(secret(refused) == nil)
    }

    @Test func `what was sent is shown with every attempt, and can be sent again`() async throws {
        let world = try await RoundSite()
        let (webhook, delivery) = try await world.webhook()
        try await world.attempt(status: 500, answer: "<b>out of order</b>")
        let one = "\(path)/\(webhook)"
        let failed = try await world.send(.get, one, as: .lead).text
        #expect(failed.contains("HTTP 500") && failed.contains("&lt;b&gt;out of order") && failed.contains("Waiting"))
        let replay = "\(one)/deliveries/\(delivery)/attempts"
        #expect(try await world.send(.post, replay, as: .lead).status == .seeOther)
        try await world.attempt(status: nil)
        #expect(try await world.send(.get, one, as: .lead).text.contains("an address in a closed network"))
        #expect(try await world.send(.post, "\(one)/replays", as: .lead, [("from", "1")]).status == .seeOther)
        let wrong = try await world.send(.post, "\(one)/replays", as: .lead, [("from", "none")])
        #expect(wrong.status == .unprocessableContent)
    }

    @Test func `an endpoint is stopped, started, given a new secret and removed`() async throws {
        let world = try await RoundSite()
        let one = "\(path)/\(try await world.webhook().webhook)"
        #expect(try await world.send(.post, "\(one)/suspension", as: .lead).status == .seeOther)
        #expect(try await world.send(.get, one, as: .lead).text.contains("Start again"))
        let again = try await world.send(.post, "\(one)/suspension", as: .lead)
        #expect(again.status == .conflict && again.text.contains("It is stopped. Start it first."))
        #expect(try await world.send(.post, "\(one)/resumption", as: .lead).status == .seeOther)
        let rotated = try await world.send(.post, "\(one)/secrets", as: .lead, [("hours", "24")])
        #expect(secret(rotated) != nil)
        #expect(try await world.send(.get, one, as: .lead).text.contains("The old secret is good until"))
        let tooLong = try await world.send(.post, "\(one)/secrets", as: .lead, [("hours", "1000")])
        #expect(tooLong.status == .unprocessableContent && secret(tooLong) == nil)
        #expect(try await world.send(.post, "\(one)/removal", as: .lead).status == .seeOther)
        #expect(try await world.send(.get, one, as: .lead).status == .notFound)
    }

    @Test func `an employer looks after its own endpoints and none of another's`() async throws {
        let world = try await RoundSite()
        let umea = RoundSite.Visitor.coordinator("umea")
        let own = "/employer/umea/integrations"
        let added = try await world.send(.post, own, as: umea, [("url", "https://a.example/"), ("events", "")])
        #expect(added.status == .ok && secret(added) != nil)
        // An owner that is slipped into the form changes nothing.
        let slipped = [("url", "https://b.example/"), ("events", ""), ("organisation", "norsjo")]
        #expect(try await world.send(.post, own, as: umea, slipped).status == .ok)
        let lines = try await world.use { try await $0.store.fetch(WebhookList(), by: .operator, at: world.now) }
        #expect(Set(lines.map(\.webhook.organisation)).count == 1 && lines[0].webhook.organisation != nil)
        for foreign in [try await world.webhook("norsjo"), try await world.webhook()] {
            #expect(try await world.send(.get, "\(own)/\(foreign.webhook)", as: umea).status == .notFound)
            let deeds = ["suspension", "removal", "secrets", "replays", "deliveries/\(foreign.delivery)/attempts"]
            for deed in deeds {
                let answer = try await world.send(.post, "\(own)/\(foreign.webhook)/\(deed)", as: umea)
                #expect(answer.status == .notFound, "\(deed)")
            }
        }
        let list = try await world.send(.get, own, as: umea).text
        #expect(list.contains("https://a.example/") && !list.contains("receiver.example"))
        #expect(!list.contains("name=\"organisation\""))
        #expect(try await world.send(.get, path, as: .lead).text.contains("receiver.example"))
    }
}
