import HTTPTypes
import KohortCore
import KohortTesting
import Recruitment
import Testing

@testable import KohortSite

@Suite struct `The lead's answer to demand` {
    private static let path = "/staff/rounds/first-call/demands"
    private static let terms = [
        ("title", "Engineer"), ("field", "Roads"), ("competence", "Civil engineer"), ("place", "Umeå"), ("asked", "3"),
    ]

    private static func stated() async throws -> (world: RoundSite, demand: DemandID) {
        let world = try await RoundSite()
        _ = try await world.send(.post, "/employer/umea/demands?round=first-call", as: .coordinator("umea"), terms)
        let demand = try #require(try await world.demands(in: try await world.round().id).first)
        return (world, demand.id)
    }

    @Test func `approves as many places as it says, at most as many as were asked for`() async throws {
        let (world, demand) = try await Self.stated()
        let waiting = try await world.send(.get, Self.path, as: .lead).text
        #expect(waiting.contains("Umeå kommun: Engineer") && waiting.contains("value=\"3\""))
        let approval = "\(Self.path)/\(demand)/approval"
        let many = try await world.send(.post, approval, as: .lead, [("positions", "4")])
        #expect(many.status == .unprocessableContent)
        #expect(many.text.contains("href=\"#field-\(demand)-positions\"") && many.text.contains("value=\"4\""))
        #expect(try await world.send(.post, approval, as: .lead, [("positions", "2")]).status == .seeOther)
        let page = try await world.send(.get, Self.path, as: .lead).text
        #expect(page.contains("2 of 3") && page.contains("Approved"))
        let again = try await world.send(.post, approval, as: .lead, [("positions", "1")])
        #expect(again.status == .conflict)
    }

    @Test func `declines`() async throws {
        let (world, demand) = try await Self.stated()
        #expect(try await world.send(.post, "\(Self.path)/\(demand)/refusal", as: .lead).status == .seeOther)
        #expect(try await world.demands(in: try await world.round().id).map(\.state) == [.declined])
        #expect(try await world.send(.post, "\(Self.path)/\(demand)/refusal", as: .lead).status == .conflict)
    }

    @Test func `takes one that is late, and only then`() async throws {
        let world = try await RoundSite()
        let fields = [("organisation", "norsjo")] + Self.terms
        let early = try await world.send(.post, Self.path, as: .lead, fields)
        #expect(early.status == .conflict && early.text.contains("The employer can still state it."))
        world.move(to: "2026-12-16T09:00:00Z")
        #expect(try await world.send(.get, Self.path, as: .lead).text.contains("Take a demand after the deadline"))
        #expect(try await world.send(.post, Self.path, as: .lead, fields).status == .seeOther)
        let page = try await world.send(.get, Self.path, as: .lead).text
        #expect(page.contains("Norsjö kommun: Engineer") && page.contains("Stated after the deadline"))
        let journal = try await world.send(.get, "/staff/journal", as: .lead).text
        #expect(journal.contains("A demand was taken after the deadline"))
    }

    @Test func `a late one without employer or words is refused with all that was typed`() async throws {
        let world = try await RoundSite()
        world.move(to: "2026-12-16T09:00:00Z")
        let nobody = try await world.send(.post, Self.path, as: .lead, [("organisation", ""), ("title", "Planner")])
        #expect(nobody.status == .unprocessableContent && nobody.text.contains("value=\"Planner\""))
        let wordless = try await world.send(.post, Self.path, as: .lead, [("organisation", "norsjo"), ("asked", "0")])
        #expect(wordless.status == .unprocessableContent)
        #expect(wordless.text.contains("value=\"norsjo\" selected") && wordless.text.contains("href=\"#field-title\""))
    }
}
