import Delivery
import HTTPTypes
import KohortApp
import KohortCore
import KohortStore
import KohortTesting
import Tenancy
import Testing

@testable import KohortSite

@Suite struct `The programme office's pages about a cohort` {
    private static let page = "/staff/cohorts/first"

    /// Norra Norrland in September 2027 with one trainee of Örnsköldsvik's.
    private func site() async throws -> (RoundSite, TraineeID) {
        let world = try await RoundSite(at: "2027-09-02T08:00:00Z")
        let trainee = TraineeID.new(at: world.now)
        let cohort = try #require(
            try await world.use { try await $0.store.fetch(CohortList(), by: .operator, at: world.now) }.first)
        let employer = try #require(
            try await world.use { try await world.site.consortia.current($0, at: world.now) }.organisations
                .first { $0.slug.text == "ornskoldsvik" })
        let email = try #require(EmailAddress("ylva@people.example"))
        _ = try await world.perform(
            EnterTrainee(
                trainee: trainee, cohort: cohort.id, employer: employer.id,
                contact: Contact(name: "Ylva Ek", email: email, language: .sv), field: "Roads", contract: .permanent))
        return (world, trainee)
    }

    private func read(_ world: RoundSite, _ path: String) async throws -> String {
        let answer = try await world.send(.get, path, as: .lead)
        #expect(answer.status == .ok, "\(path)")
        return answer.text
    }

    @Test func `lead from the list to the trainees and what their employers have left to do`() async throws {
        let (world, trainee) = try await site()
        #expect(try await read(world, "/staff/cohorts").contains("/norra-norrland\(Self.page)"))
        let page = try await read(world, Self.page)
        #expect(page.contains("Ylva Ek") && page.contains("/norra-norrland/trainees/\(trainee)"))
        #expect(page.contains("Without a mentor: 1") && page.contains("Without a plan: 1"))
        #expect(try await read(world, Self.page + "/board").contains("Ylva Ek"))
    }

    @Test func `are the programme office's alone`() async throws {
        let (world, _) = try await site()
        for rest in ["", "/board", "/gatherings", "/closing"] {
            #expect(try await world.send(.get, Self.page + rest, as: .coordinator("umea")).status == .forbidden)
            #expect(try await world.send(.get, Self.page + rest, as: .lead).status == .ok)
        }
        #expect(try await world.send(.get, "/staff/cohorts", as: .coordinator("umea")).status == .forbidden)
        #expect(try await world.send(.get, "/staff/cohorts/nowhere", as: .lead).status == .notFound)
    }

    @Test func `plan a gathering, fix what it is about, and record who was there`() async throws {
        let (world, trainee) = try await site()
        let terms = [("title", "Start"), ("place", "Umeå"), ("first_day", "2027-09-06"), ("last_day", "2027-09-07")]
        let refused = try await world.send(.post, Self.page + "/gatherings", as: .lead, terms)
        #expect(refused.status == .unprocessableContent && refused.text.contains("value=\"Start\""))
        let planned = try await world.send(
            .post, Self.page + "/gatherings", as: .lead, terms + [("kind", "gathering")])
        #expect(planned.status == .seeOther)
        let list = try await read(world, Self.page + "/gatherings")
        let id = try #require(list.firstMatch(of: #/gatherings\/([0-9a-f-]{36})/#)?.output.1)
        let path = "\(Self.page)/gatherings/\(id)"
        #expect(try await world.send(.post, path + "/content", as: .lead, [("content", "Ethics")]).status == .seeOther)
        #expect(try await read(world, path).contains("Ethics"))

        world.move(to: "2027-09-07T08:00:00Z")
        let days = [("\(trainee)", "2027-09-06"), ("\(trainee)", "2027-09-07")]
        #expect(try await world.send(.post, path + "/attendance", as: .lead, days).status == .seeOther)
        let page = try await read(world, path)
        #expect(page.ranges(of: " checked").count == 2)
        #expect(try await world.send(.post, path + "/content", as: .lead, [("content", "Late")]).status == .conflict)
    }

    @Test func `record what became of a trainee, and do not close a cohort that runs`() async throws {
        let (world, trainee) = try await site()
        let fields = [("trainee", "\(trainee)"), ("kind", "offered"), ("on", "2027-09-01")]
        #expect(try await world.send(.post, Self.page + "/outcomes", as: .lead, fields).status == .seeOther)
        #expect(try await read(world, Self.page + "/closing").contains("1 September 2027"))
        let again = try await world.send(.post, Self.page + "/outcomes", as: .lead, fields)
        #expect(again.status == .conflict)
        #expect(try await world.send(.post, Self.page + "/closing", as: .lead).status == .conflict)
    }

    @Test func `show an employer its trainees, take its part of the evaluation and its mentors`() async throws {
        let (world, _) = try await site()
        let (own, other) = (RoundSite.Visitor.coordinator("ornskoldsvik"), RoundSite.Visitor.coordinator("umea"))
        let room = "/employer/ornskoldsvik"
        #expect(try await world.send(.get, room + "/trainees", as: own).text.contains("Ylva Ek"))
        let elsewhere = try await world.send(.get, "/employer/umea/trainees", as: other)
        #expect(elsewhere.status == .ok && !elsewhere.text.contains("Ylva Ek"))
        #expect(try await world.send(.get, room + "/trainees", as: other).status == .notFound)

        let part = [("text", "We learnt a lot")]
        #expect(try await world.send(.post, room + "/cohorts/first/evaluation", as: own, part).status == .seeOther)
        #expect(try await read(world, Self.page + "/closing").contains("We learnt a lot"))
        let mentor = [("name", "Moa Mentor"), ("email", "moa@work.example")]
        #expect(try await world.send(.post, room + "/mentors", as: own, mentor).status == .seeOther)
        #expect(try await world.send(.get, room + "/trainees", as: own).text.contains("Moa Mentor"))
        let wrong = try await world.send(.post, room + "/mentors", as: own, [("name", "Moa"), ("email", "moa")])
        #expect(wrong.status == .unprocessableContent)
    }
}
