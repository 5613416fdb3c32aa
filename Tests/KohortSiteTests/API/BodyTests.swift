import HTTPTypes
import KohortCore
import KohortTesting
import Testing

@testable import KohortSite

@Suite struct `A body of the API` {
    private let path = "/employers/ornskoldsvik/nominations"

    @Test func `is refused with all that is wrong with it at once`() async throws {
        let world = try await SystemWorld.released()
        let body = #"""
            {"round":7,"email":"nobody","hired_on":"2027-02-30","contract":"for ever","field":null,"nick":"x"}
            """#
        let answer = try await world.client.post(path, body, token: world.coordinator)
        #expect(answer.status == .unprocessableContent && answer.code == "invalid")
        #expect(
            answer.problems == [
                "round: json.type", "name: json.missing", "email: email.invalid", "field: json.type",
                "hired_on: date.invalid", "contract: choice.unknown", "nick: json.unknown",
            ])
        #expect(answer.text.contains(#""values":{"expected":"string"}"#))
    }

    @Test func `names the place of an item in a list from 1`() async throws {
        let world = try await SystemWorld.released()
        let body = #"{"candidacies":["\#(world.story.candidacies[0])","x",3]}"#
        let answer = try await world.client.post(
            "/employers/ornskoldsvik/rankings/first-call", body, token: world.coordinator)
        #expect(answer.problems == ["candidacies.2: id.invalid", "candidacies.3: json.type"])
    }

    @Test(arguments: ["", "{", "nul", "{\"kind\":\"legal\",\"title\":\"a\"}}", "\u{FEFF}x"])
    func `that is no JSON cannot be read`(body: String) async throws {
        let world = try await SystemWorld.released()
        let answer = try await world.client.post("/matters", body, token: world.lead)
        #expect(answer.status == .badRequest && answer.code == "json.malformed")
    }

    @Test(arguments: ["[]", "null", "3", #""text""#])
    func `is an object`(body: String) async throws {
        let world = try await SystemWorld.released()
        let answer = try await world.client.post("/matters", body, token: world.lead)
        #expect(answer.status == .unprocessableContent && answer.problems == [": json.type"])
    }

    @Test func `is not sent where there is nothing to say`() async throws {
        let world = try await SystemWorld(try await RoundStory.published())
        world.story.world.move(to: "2027-02-15T09:00:00Z")
        let sent = try await world.client.post("/rounds/first-call/release", "{}", token: world.lead)
        #expect(sent.status == .badRequest && sent.code == "body.unwanted")
        #expect(try await world.client.post("/rounds/first-call/release", token: world.lead).status == .noContent)
    }

    @Test func `holds numbers within their bounds`() async throws {
        let world = try await SystemWorld.released()
        let path = "/demands/\(world.story.demands.umea)/approval"
        for (number, problem) in [("0", "number.range"), ("101", "number.range"), ("1.5", "json.type")] {
            let answer = try await world.client.post(path, #"{"positions":\#(number)}"#, token: world.lead)
            #expect(answer.problems == ["positions: \(problem)"], "\(number)")
        }
    }
}
