import HTTPTypes
import KohortCore
import KohortTesting
import Testing

@testable import KohortSite

@Suite struct `A candidacy started by another system` {
    private let path = "/rounds/first-call/candidacies"
    private let origin = "http://127.0.0.1:8080/norra-norrland"

    private func draft(_ world: SystemWorld, _ more: String = "") -> String {
        #"""
        {"name":"Ebba Ek","email":"ebba@people.example","phone":"+46 70 000 00 00","birth_year":1999,"place":"Umeå",\#
        "education_level":"master","education_field":"Energy","wishes":["\#(world.story.demands.umea)"]\#(more)}
        """#
    }

    @Test func `is a draft that its applicant goes on with by a link`() async throws {
        let world = try await SystemWorld(try await RoundStory.published())
        let answer = try await world.client.post(path, draft(world))
        #expect(answer.status == .created)
        let members = try answer.members
        #expect(members["state"] as? String == "draft")
        let link = try #require(members["link"] as? String)
        #expect(link.hasPrefix("\(origin)/candidacies/\(answer.id)/"))
        let page = try await world.story.world.send(.get, String(link.dropFirst(origin.count)), as: .nobody)
        #expect(page.status == .ok)
        let drafts = try await world.client.get("/rounds/first-call", token: world.lead).text
        #expect(drafts.contains(#""candidacies":{"draft":1,"submitted":3"#))
    }

    @Test func `is held against the round`() async throws {
        let world = try await SystemWorld(try await RoundStory.published())
        let wrong = draft(world, #","channel":"radio","graduation_year":1951"#)
            .replacing(world.story.demands.umea.description, with: DemandID.new().description)
        let answer = try await world.client.post(path, wrong)
        #expect(answer.problems == ["channel: channel.unknown", "wishes: wishes.unknown"])
        let short = try await world.client.post(path, draft(world).replacing("+46 70 000 00 00", with: "12"))
        #expect(short.problems == ["phone: phone.length"])
        #expect(try await world.client.post(path, draft(world, #","channel":"press""#)).status == .created)
    }

    @Test func `is answered alike, whether its address has applied or not`() async throws {
        let world = try await SystemWorld(try await RoundStory.published())
        let addresses = ["ebba@people.example", "EBBA@people.example", "person-0@people.example", "new@people.example"]
        for address in addresses {
            let body = draft(world).replacing("ebba@people.example", with: address)
            let answer = try await world.client.post(path, body)
            let members = try answer.members
            #expect(answer.status == .created && Set(members.keys) == ["id", "state", "link"])
            #expect(members["state"] as? String == "draft")
            let link = try #require(members["link"] as? String)
            let page = try await world.story.world.send(.get, String(link.dropFirst(origin.count)), as: .nobody)
            #expect(page.status == .ok)
        }
    }

    @Test func `comes in time`() async throws {
        let world = try await SystemWorld.released()
        let answer = try await world.client.post(path, draft(world))
        #expect(answer.status == .conflict && answer.code == "deadline.passed")
        #expect(answer.text.contains(#""deadline":{"date":"2027-02-14","zone":"Europe/Stockholm""#))
    }
}
