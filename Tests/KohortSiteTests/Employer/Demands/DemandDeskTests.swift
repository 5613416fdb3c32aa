import HTTPTypes
import KohortCore
import KohortTesting
import Recruitment
import Testing

@testable import KohortSite

@Suite struct `An employer's demand` {
    private static let path = "/employer/umea/demands?round=first-call"
    private static let employer = RoundSite.Visitor.coordinator("umea")

    private static func fields(_ changes: [String: String] = [:]) -> [(String, String)] {
        let usual = [
            ("title", "Engineer for roads"), ("field", "Roads"), ("competence", "Civil engineer"), ("place", "Umeå"),
            ("asked", "2"),
        ]
        return usual.map { ($0.0, changes[$0.0] ?? $0.1) }
            + changes.filter { $0.key == "once" }.map { ($0.key, $0.value) }
    }

    @Test func `is stated before the deadline and stands on the page`() async throws {
        let world = try await RoundSite()
        let answer = try await world.send(.post, Self.path, as: Self.employer, Self.fields())
        #expect(answer.status == .seeOther)
        let page = try await world.send(.get, answer.location, as: Self.employer)
        for words in [
            "Engineer for roads", "Waiting for an answer", "Tuesday 15 December 2026", "Your need is stated.",
        ] {
            #expect(page.text.contains(words), "\(words)")
        }
    }

    @Test func `that is wrong is refused with all that was typed`() async throws {
        let world = try await RoundSite()
        let canary = "\"\u{301} onfocus=alert(1)"
        let fields = Self.fields(["title": canary, "competence": "", "asked": "101"])
        let answer = try await world.send(.post, Self.path, as: Self.employer, fields)
        #expect(answer.status == .unprocessableContent)
        for words in [
            "href=\"#field-competence\"", "href=\"#field-asked\"", "value=\"&quot;\u{301} onfocus=alert(1)\"",
            "value=\"101\"", "Write a number from 1 to 100.", "id=\"field-asked-error\"", "aria-invalid=\"true\"",
        ] { #expect(answer.text.contains(words), "\(words)") }
        #expect(try await world.demands(in: try await world.round().id).isEmpty)
    }

    @Test func `after the deadline is refused in plain words, and nothing typed is lost`() async throws {
        let world = try await RoundSite()
        world.move(to: "2026-12-15T22:59:59Z")
        #expect(try await world.send(.post, Self.path, as: Self.employer, Self.fields()).status == .seeOther)
        world.move(to: "2026-12-15T23:00:00Z")
        let page = try await world.send(.get, "/employer/umea/demand", as: Self.employer)
        #expect(!page.text.contains("name=\"title\"") && page.text.contains("The deadline has passed."))
        let late = try await world.send(.post, Self.path, as: Self.employer, Self.fields(["title": "Too late"]))
        #expect(late.status == .conflict)
        #expect(late.text.contains("The deadline was Tuesday 15 December 2026. Talk to the programme lead."))
        #expect(late.text.contains("value=\"Too late\""))
    }

    @Test func `that is sent twice by a double press is stated once`() async throws {
        let world = try await RoundSite()
        let page = try await world.send(.get, "/employer/umea/demand", as: Self.employer)
        let once = page.text.firstMatch(of: /name="once" value="([^"]+)"/).map { String($0.output.1) } ?? ""
        for _ in 0..<2 {
            let answer = try await world.send(.post, Self.path, as: Self.employer, Self.fields(["once": once]))
            #expect(answer.status == .seeOther)
        }
        let round = try await world.round().id
        #expect(try await world.demands(in: round).count == 1)
        _ = try await world.send(.post, Self.path, as: Self.employer, Self.fields(["once": once, "title": "Another"]))
        #expect(try await world.demands(in: round).count == 2)
    }

    @Test func `is changed until it is decided`() async throws {
        let world = try await RoundSite()
        let round = try await world.round().id
        _ = try await world.send(.post, Self.path, as: Self.employer, Self.fields())
        let demand = try #require(try await world.demands(in: round).first)
        let path = "/employer/umea/demands/\(demand.id)?round=first-call"
        let form = try await world.send(.get, path, as: Self.employer)
        #expect(form.text.contains("value=\"Engineer for roads\"") && form.text.contains("Change what you asked for"))
        let changed = try await world.send(.post, path, as: Self.employer, Self.fields(["title": "Planner"]))
        #expect(changed.status == .seeOther)
        #expect(try await world.demands(in: round).map(\.terms.title) == ["Planner"])
        let approval = "/staff/rounds/first-call/demands/\(demand.id)/approval"
        _ = try await world.send(.post, approval, as: .lead, [("positions", "1")])
        let late = try await world.send(.post, path, as: Self.employer, Self.fields(["title": "Too late"]))
        #expect(late.status == .conflict)
        #expect(late.text.contains("The programme lead has answered this demand already."))
    }

    @Test func `is withdrawn, once`() async throws {
        let world = try await RoundSite()
        let round = try await world.round().id
        let demand = try await world.demand("umea", "Engineer", asked: 1, in: round)
        let path = "/employer/umea/demands/\(demand)/withdrawal?round=first-call"
        #expect(try await world.send(.post, path, as: Self.employer).status == .seeOther)
        #expect(try await world.demands(in: round).map(\.state) == [.withdrawn])
        let again = try await world.send(.post, path, as: Self.employer)
        #expect(again.status == .conflict && again.text.contains("The demand has ended already."))
    }

    @Test func `of another employer cannot be changed through the own room`() async throws {
        let world = try await RoundSite()
        let round = try await world.round().id
        let theirs = try await world.demand("umea", "Engineer", asked: 1, in: round)
        let path = "/employer/norsjo/demands/\(theirs)?round=first-call"
        let answer = try await world.send(.post, path, as: .coordinator("norsjo"), Self.fields())
        #expect(answer.status == .notFound)
        #expect(try await world.demands(in: round).map(\.terms.title) == ["Engineer"])
    }
}
