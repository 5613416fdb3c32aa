import Foundation
import KohortApp
import Testing

@Suite struct `Access that an operator gives` {
    private func world() async throws -> OperatorWorld {
        let world = try await OperatorWorld()
        try await world.apply()
        return world
    }

    private static func token(_ changes: [String: any Sendable] = [:]) -> [String: any Sendable] {
        let usual: [String: any Sendable] = ["tenant": "norra-norrland", "role": "lead", "name": "Website", "days": 90]
        return usual.merging(changes) { $1 }
    }

    private static func invitation(_ changes: [String: any Sendable] = [:]) -> [String: any Sendable] {
        let usual: [String: any Sendable] = [
            "tenant": "norra-norrland", "email": "lead@office.example", "name": "Lead", "role": "lead",
            "language": "sv",
        ]
        return usual.merging(changes) { $1 }
    }

    @Test func `a token is told once, and never the same`() async throws {
        let world = try await world()
        let tokens = [
            try await world.ask("MakeToken", Self.token()) as? [String: String],
            try await world.ask("MakeToken", Self.token()) as? [String: String],
        ].compactMap { $0?["token"] }
        #expect(Set(tokens).count == 2 && tokens.allSatisfy { $0.hasPrefix("kht_") && $0.utf8.count == 47 })
    }

    @Test func `a token's days and name are bounded, in sentences`() async throws {
        let world = try await world()
        let problem = try await world.refusal("MakeToken", Self.token(["days": 367, "name": " "]))
        #expect(problem?.code == "invalid")
        #expect(
            problem?.lines == ["name must not be empty.", "days must be a whole number from 1 to 366."])
        #expect(try await world.refusal("MakeToken", Self.token(["days": 366])) == nil)
    }

    @Test(arguments: ["MakeToken", "MakeInvitation"])
    func `a coordinator's access is to one organisation, which is there`(call: String) async throws {
        let world = try await world()
        func members(_ changes: [String: any Sendable]) -> [String: any Sendable] {
            call == "MakeToken" ? Self.token(changes) : Self.invitation(changes)
        }
        let everywhere = try await world.refusal(call, members(["role": "coordinator"]))
        #expect(everywhere?.lines == ["This role is held at an organisation: name it with --organisation."])
        let nowhere = try await world.refusal(call, members(["role": "coordinator", "organisation": "nowhere"]))
        #expect(nowhere?.lines == ["There is no organisation nowhere."])
        #expect(try await world.refusal(call, members(["role": "coordinator", "organisation": "umea"])) == nil)
    }

    @Test func `an invitation is a link that ends after a day`() async throws {
        let world = try await world()
        let answer = try await world.ask("MakeInvitation", Self.invitation()) as? [String: String]
        let link = try #require(answer?["link"])
        #expect(link.hasPrefix("http://127.0.0.1:8080/norra-norrland/sign-in/"))
        #expect(answer?["expiresAt"] == "2026-11-21T08:00:00.000Z")
    }

    @Test(arguments: ["Le\r\nBcc: all@office.example", "Le\nad", "Le\u{0}ad"])
    func `a name with a line break or another control character invites nobody`(name: String) async throws {
        let world = try await world()
        let problem = try await world.refusal("MakeInvitation", Self.invitation(["name": name]))
        #expect(problem?.lines == ["name has a line break or another control character."])
        #expect(try await world.refusal("MakeInvitation", Self.invitation(["name": "Lead"])) == nil)
    }
}
