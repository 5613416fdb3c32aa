import Foundation
import HTTPTypes
import KohortTesting
import KohortWeb
import Testing

@testable import KohortSite

/// Walls within one consortium: between its employers, and between roles.
@Suite(.serialized) struct `Walls between employers and roles` {
    private var world: WallWorld { get async throws { try await WallWorld.shared.value } }

    /// A word that stands in one kind of field, and who may read it there. Whoever is not named here never does.
    private struct Field {
        let what: String
        let word: String
        let readers: Set<Caller>
    }

    private static let fields = [
        Field(what: "the note of an employer's assessment", word: "Alfasecnote-north", readers: [.north]),
        Field(what: "the note of another employer's", word: "Alfasecnote-south", readers: [.south]),
        Field(
            what: "what a trainee wrote of the programme", word: "Alfasec evaluation in north",
            readers: [.lead, .north, .trainee]),
        Field(what: "what an applicant writes of themself", word: "Alfasec 8", readers: [.lead, .north, .south]),
        Field(what: "matters before a programme", word: "Alfasec matter", readers: [.lead]),
    ]

    @Test func `no page and no answer shows one employer's words to another, nor to applicants`() async throws {
        let world = try await world
        for field in Self.fields {
            let readers = Set(
                Caller.allCases.filter { world.walk.read[$0, default: []].contains { $0.contains(field.word) } })
            #expect(readers.subtracting(field.readers) == [], "\(field.what)")
            #expect(!readers.isEmpty, "\(field.what) is read by nobody")
        }
    }

    @Test func `another employer's coordinator gets nothing at an employer's addresses`() async throws {
        let world = try await world
        let own = world.walk.controls.values.filter {
            // What the lead asks for an employer is refused to both employers.
            $0.route.pattern.contains("/employer") && $0.request.path.contains("/north")
                && $0.request.headers[.authorization] != "Bearer \(world.walk.seed.lead)"
        }
        #expect(own.count > 30)
        for control in own {
            let isToken = control.request.headers[.authorization] != nil
            let south = isToken ? Credential(token: world.walk.seed.south) : world.walk.credentials[.south] ?? .none
            let answer = try await world.site.send(control.request.by(south).fresh())
            #expect(answer.status == .notFound, "\(WallWalk.key(control.route)): \(answer.status.code)")
            #expect(WallJudge.leaks(answer, world.secrets).isEmpty, "\(WallWalk.key(control.route))")
        }
    }

    @Test func `the office's addresses are the lead's alone, and an applicant has their own and no others`()
        async throws
    {
        let world = try await world
        let office = world.walk.controls.values.filter { $0.route.pattern.hasPrefix("/{tenant}/staff") }
        #expect(office.count > 40)
        for control in office {
            for caller in [Caller.north, .committee, .finance, .mentor, .supervisor, .trainee, .applicant] {
                let answer = try await world.site.ask(control.request.by(world.walk.credentials[caller] ?? .none))
                #expect(
                    WallJudge.isRefusal(answer), "\(WallWalk.key(control.route)) to \(caller): \(answer.status.code)")
                #expect(WallJudge.leaks(answer, world.secrets).isEmpty, "\(WallWalk.key(control.route)) to \(caller)")
            }
        }
    }

    @Test func `a mentor's talk has no content to see: a day, and that it was held`() async throws {
        let endpoint = try #require(API.endpoints.first { $0.operation.id == "logMentorTalk" })
        guard case .form(let members)? = endpoint.operation.body else { return #expect(Bool(false)) }
        #expect(members.map(\.name) == ["held_on"])
        let world = try await world
        let talks = try await world.walk.tenant.members(
            "/trainees/\(world.walk.seed.captures["trainee"] ?? "")/talks", by: world.walk.seed.lead)
        let logged = try #require(talks["talks"] as? [[String: Any]])
        #expect(!logged.isEmpty)
        for talk in logged { #expect(Set(talk.keys).isSubset(of: ["id", "kind", "placement", "held_on"])) }
    }
}
