import Delivery
import Foundation
import HTTPTypes
import KohortCore
import KohortTesting
import Recruitment
import Testing

@testable import KohortSite

@Suite struct `What is due is one click from being done` {
    @Test func `demand to state, and candidates to rank and certify`() async throws {
        let (site, employer) = (try await RoundSite(), RoundSite.Visitor.coordinator("umea"))
        let demand = try await site.open("State whom you need", from: "/employer/umea", as: employer)
        #expect(demand.contains("action=\"/norra-norrland/employer/umea/demands?round=first-call\""))
        let story = try await RoundStory.released(count: 1)
        let title = "Rank the candidates and certify the list"
        let pool = try await story.world.open(title, from: "/employer/umea", as: RoundStory.second)
        #expect(pool.contains("/employer/umea/pool/\(story.candidacies[0])"))
        let verdict = [("verdict", "qualified")]
        let candidate = "/employer/umea/pool/\(story.candidacies[0])"
        _ = try await story.world.send(
            .post, "\(candidate)/assessment?round=first-call", as: RoundStory.second, verdict)
        _ = try await story.world.send(.post, "\(candidate)/rank?round=first-call", as: RoundStory.second)
        let list = try await story.world.open(title, from: "/employer/umea", as: RoundStory.second)
        #expect(list.contains("action=\"/norra-norrland/employer/umea/rankings/first-call/certification\""))
    }

    @Test func `an offer to answer`() async throws {
        let journey = try await Journey()
        journey.world.move(to: "2027-02-14T22:50:00Z")
        let applied = try await journey.applied()
        journey.world.move(to: "2027-02-14T23:01:00Z")
        _ = try await journey.world.perform(ReleasePool(round: journey.story.round))
        let fields = [
            ("candidacy", applied.candidacy.description), ("demand", journey.story.demands.ornskoldsvik.description),
            ("contract", "permanent"),
        ]
        _ = try await journey.world.send(
            .post, "/employer/ornskoldsvik/offers?round=first-call", as: RoundStory.first, fields)
        let own = try await journey.get(applied.own, cookie: applied.cookie).text
        let offer = try #require(own.firstMatch(of: /href="([^"]+\/offers\/[^"]+)"/)).output.1
        #expect(try await journey.get(String(offer), cookie: applied.cookie).text.contains("\(offer)/acceptance\""))
    }

    @Test func `a supervisor, a plan, a talk and an evaluation`() async throws {
        let world = try await TraineeWorld.make()
        let planned = try await world.planned()
        let first = try #require(planned.first)
        let employer = try await world.site.open(
            "Name a supervisor", from: "/employer/skedsmo", as: TraineeWorld.employer)
        let form = "action=\"/romerike\(world.page)/placements"
        #expect(planned.contains { employer.contains("\(form)/\($0)/supervisors\"") })
        let supervisor = try await world.supervisor(of: first)
        let plan = try await world.open("Write the development plan", supervisor)
        #expect(plan.contains("action=\"/romerike/placements/\(first)/plan\""))
        let mentor = try await world.mentor()
        let talk = try await world.site.send(.get, "/me", as: .nobody, cookie: mentor).text
        #expect(talk.contains("action=\"/romerike\(world.page)/talks?from=me\""))
        let project = try await world.open("Say what your project is about", try await world.kari())
        #expect(project.contains("action=\"/romerike\(world.page)/project\""))
        world.site.move(to: "2015-02-20T09:00:00Z")
        let title = "Write what you think of the programme"
        let evaluation = try await world.open(title, try await world.kari())
        #expect(evaluation.contains("action=\"/romerike\(world.page)/evaluation\""))
        let whole = try await world.site.open(
            "Evaluate the cohort", from: "/employer/skedsmo", as: TraineeWorld.employer)
        #expect(whole.contains("action=\"/romerike/employer/skedsmo/cohorts/lttr-2013/evaluation\""))
    }

    @Test func `a gathering to prepare, and to reflect on`() async throws {
        let world = try await TraineeWorld.make()
        let gathering = GatheringID.new(at: world.site.now)
        let terms = GatheringTerms(
            title: "First days", place: "Ski", firstDay: .day("2013-09-18"), lastDay: .day("2013-09-19"))
        _ = try await world.site.perform(
            PlanGathering(gathering: gathering, cohort: world.cohort.id, kind: .gathering, terms: terms))
        let path = "action=\"/romerike\(world.page)/gatherings/\(gathering)"
        let before = try await world.site.open(
            "Prepare for First days", from: "/employer/skedsmo", as: TraineeWorld.employer)
        #expect(before.contains("\(path)/preparation\""))
        world.site.move(to: "2013-09-20T09:00:00Z")
        let after = try await world.open("Write what you took home from “First days”", try await world.kari())
        #expect(after.contains("\(path)/reflection\""))
    }

    @Test func `an invoice to look at`() async throws {
        let site = try await RoundSite("ks")
        _ = try await site.issued()
        let invoice = try await site.open("Look at invoice F1", from: "/employer/ks", as: .coordinator("ks"))
        #expect(invoice.contains("Invoice F1") && invoice.contains("945678909"))
    }
}

extension RoundSite {
    /// The page that a line of what is due leads to.
    fileprivate func open(_ title: String, from home: String, as visitor: Visitor, cookie: String? = nil) async throws
        -> String
    {
        let page = try await send(.get, home, as: visitor, cookie: cookie).text
        let end = try #require(page.range(of: "\">\(title)</a>"), "\(title)")
        let start = try #require(page[..<end.lowerBound].range(of: "href=\"", options: .backwards))
        let answer = try await send(
            .get, String(page[start.upperBound..<end.lowerBound]), as: visitor, cookie: cookie)
        #expect(answer.status == .ok)
        return answer.text
    }
}

extension TraineeWorld {
    /// The same from the own page of somebody who is signed in.
    fileprivate func open(_ title: String, _ cookie: String) async throws -> String {
        try await site.open(title, from: "/me", as: .nobody, cookie: cookie)
    }
}
