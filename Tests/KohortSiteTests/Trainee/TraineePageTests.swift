import Delivery
import HTTPTypes
import KohortCore
import KohortTesting
import Tenancy
import Testing

@testable import KohortSite

@Suite struct `The pages around a trainee` {
    @Test func `show everybody who follows the months, and offer each what they may do`() async throws {
        let world = try await TraineeWorld.make()
        let first = try #require(try await world.planned().first)
        let (mentor, supervisor) = (try await world.mentor(), try await world.supervisor(of: first))
        let lead = try await world.site.send(.get, world.page, as: .lead)
        for words in ["Kari Li", "Skedsmo kommune", "Fet kommune", "Part 2", "Marte As", "Per Dal"] {
            #expect(lead.text.contains(words), "\(words)")
        }
        #expect(lead.text.contains("\(world.page)/people\"") && lead.text.contains("\(world.page)/closing\""))
        for cookie in [mentor, supervisor, try await world.kari()] {
            let answer = try await world.site.send(.get, world.page, as: .nobody, cookie: cookie)
            #expect(answer.status == .ok && answer.text.contains("Part 2"))
            #expect(!answer.text.contains("\(world.page)/people\""))
            let people = try await world.site.send(.get, "\(world.page)/people", as: .nobody, cookie: cookie)
            #expect(people.status == .notFound)
        }
    }

    @Test func `are not there for another employer, another trainee or who is named to somebody else`() async throws {
        let world = try await TraineeWorld.make()
        let mentor = try await world.mentor()
        #expect(try await world.site.send(.get, world.page, as: TraineeWorld.employer).status == .ok)
        #expect(try await world.site.send(.get, world.page, as: TraineeWorld.elsewhere).status == .notFound)
        let ola = try await world.cookie("Ola Moe", .trainee, on: .trainee(world.other))
        #expect(try await world.site.send(.get, "/trainees/\(world.other)", as: .nobody, cookie: ola).status == .ok)
        #expect(try await world.site.send(.get, world.page, as: .nobody, cookie: ola).status == .notFound)
        let others = try await world.site.send(.get, "/trainees/\(world.other)", as: .nobody, cookie: mentor)
        #expect(others.status == .notFound)
        #expect(try await world.site.send(.get, world.page, as: .nobody).status == .unauthorized)
        #expect(try await world.site.send(.get, "/me", as: .nobody).status == .unauthorized)
    }

    @Test(arguments: ["nb", "sv", "en"])
    func `show no key of a text in place of its words`(language: String) async throws {
        let world = try await TraineeWorld.make()
        let first = try #require(try await world.planned().first)
        _ = try await world.supervisor(of: first)
        _ = try await world.mentor()
        let pages =
            TraineePage.allCases.map { world.page + $0.path } + ["/placements/\(first)", "/me", "/verification"]
        let lead = try await world.site.cookie(of: .lead).map { "\($0); kohort_language=\(language)" }
        for page in pages {
            let answer = try await world.site.send(.get, page, as: .nobody, language: language, cookie: lead)
            #expect(answer.status == .ok, "\(page): \(answer.status)")
            let keys = answer.text.matches(
                of: /\b(desk|trainee|me|done|conflict|problem|nav|charge|terms)\.[a-z_]+[.a-z_]*/)
            #expect(keys.map { String($0.output.0) } == [], "\(page)")
        }
    }

    @Test func `a name of 200 characters stands on its page, the board and the list, and one more is refused`()
        async throws
    {
        let world = try await TraineeWorld.make()
        let first = try #require(try await world.planned().first)
        let name = String(repeating: "Åse ", count: 49) + "Åsen"
        let path = "\(world.page)/placements/\(first)/supervisors"
        func named(_ name: String) -> [(String, String)] {
            [("name", name), ("email", "ase@people.example"), ("language", "nb")]
        }
        let refused = try await world.site.send(.post, path, as: TraineeWorld.employer, named(name + "s"))
        #expect(refused.status == .unprocessableContent && refused.text.contains(name + "s"))
        #expect(try await world.site.send(.post, path, as: TraineeWorld.employer, named(name)).status == .seeOther)
        for page in [world.page, "\(world.page)/people", "/staff/cohorts/lttr-2013/board"] {
            #expect(try await world.site.send(.get, page, as: .lead).text.contains(name), "\(page)")
        }
    }

    @Test func `a trainee's own page shows the months`() async throws {
        let world = try await TraineeWorld.make()
        try await world.planned()
        let page = try await world.site.send(.get, "/me", as: .nobody, cookie: try await world.kari())
        #expect(page.text.contains("<table class=\"timeline\">") && page.text.contains("Fet kommune"))
        #expect(page.text.contains("href=\"/romerike\(world.page)\""))
        let lead = try await world.site.send(.get, "/me", as: .lead)
        #expect(!lead.text.contains("class=\"timeline\""))
    }

    @Test func `the own page leads to what is due, and says so where nothing is`() async throws {
        let world = try await TraineeWorld.make()
        let first = try #require(try await world.planned().first)
        let supervisor = try await world.supervisor(of: first)
        let page = try await world.site.send(.get, "/me", as: .nobody, cookie: supervisor)
        #expect(page.text.contains("Write the development plan") && page.text.contains("/placements/\(first)\""))
        let lead = try await world.site.send(.get, "/me", as: .lead)
        #expect(lead.text.contains("You are not named to any trainee at present."))
        for way in ["sign-ins", "ways-in", "address"] { #expect(lead.text.contains("href=\"/romerike/me/\(way)\"")) }
        #expect(lead.text.contains("You read these pages in English.") && !page.text.contains("You read these pages"))
    }
}
