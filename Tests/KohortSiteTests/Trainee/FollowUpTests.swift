import Delivery
import HTTPTypes
import KohortCore
import KohortTesting
import Tenancy
import Testing

@testable import KohortSite

@Suite struct `Who follows a trainee` {
    @Test func `is named: the mentor from the pool, who is asked first`() async throws {
        let world = try await TraineeWorld.make()
        let fet = try await world.site.organisation("fet")
        _ = try await world.site.perform(
            NameToPool(organisation: fet, contact: try TraineeWorld.contact("Marte As")))
        let nobody = try await world.site.send(
            .post, "\(world.page)/mentors", as: TraineeWorld.employer, [("person", "")])
        #expect(nobody.status == .unprocessableContent && nobody.text.contains("href=\"#field-name_mentor-person\""))
        let form = try await world.site.send(.get, "\(world.page)/people", as: TraineeWorld.employer)
        let match = try #require(form.text.firstMatch(of: /<option value="([^"]+)">Marte As, Fet kommune/))
        let named = try await world.site.send(
            .post, "\(world.page)/mentors", as: TraineeWorld.employer, [("person", String(match.output.1))])
        #expect(named.status == .seeOther)
        let marte = try await world.cookie("Marte As", .committee, on: .consortium)
        let asked = try await world.site.send(.get, "/me", as: .nobody, cookie: marte)
        let path = try #require(asked.text.firstMatch(of: /action="([^"]+acceptance)"/)).output.1
        #expect(try await world.site.send(.get, world.page, as: .nobody, cookie: marte).status == .notFound)
        #expect(try await world.site.send(.post, String(path), as: .lead).status == .notFound)
        #expect(try await world.site.send(.post, String(path), as: .nobody, cookie: marte).status == .seeOther)
        #expect(try await world.site.send(.get, world.page, as: .nobody, cookie: marte).status == .ok)
    }

    @Test func `is named as supervisor by name and address, and replaced`() async throws {
        let world = try await TraineeWorld.make()
        let first = try #require(try await world.planned().first)
        let path = "\(world.page)/placements/\(first)/supervisors"
        func fields(_ name: String, _ email: String) -> [(String, String)] {
            [("name", name), ("email", email), ("language", "nb")]
        }
        let wrong = try await world.site.send(.post, path, as: TraineeWorld.employer, fields("Per Dal", "per"))
        #expect(wrong.status == .unprocessableContent && wrong.text.contains("value=\"Per Dal\""))
        for name in ["Per Dal", "Siri Holm"] {
            let email = TraineeWorld.address(name)
            let named = try await world.site.send(.post, path, as: TraineeWorld.employer, fields(name, email))
            #expect(named.status == .seeOther)
        }
        let page = try await world.site.send(.get, "\(world.page)/people", as: TraineeWorld.employer)
        #expect(page.text.contains("Siri Holm") && page.text.contains("Former supervisors"))
        let others = try await world.site.send(
            .post, path, as: TraineeWorld.elsewhere, fields("Eva Ness", "eva@people.example"))
        #expect(others.status == .notFound)
    }

    @Test func `ends without a successor, and the gap is told until somebody is named`() async throws {
        let world = try await TraineeWorld.make()
        let first = try #require(try await world.planned().first)
        _ = (try await world.mentor(), try await world.supervisor(of: first))
        let gaps = [
            "The trainee has no mentor. Name one.", "The period at Skedsmo kommune has no supervisor. Name one.",
        ]
        func told() async throws -> [Bool] {
            let page = try await world.site.send(.get, world.page, as: TraineeWorld.employer)
            return gaps.map { page.text.contains($0) }
        }
        #expect(try await told().first == false)
        let people = try await world.site.send(.get, "\(world.page)/people", as: TraineeWorld.employer)
        let endings = people.text.matches(of: /action="([^"]+\/ending)"/).map { String($0.output.1) }
        try #require(endings.count == 2)
        for ending in endings {
            #expect(try await world.site.send(.post, ending, as: TraineeWorld.elsewhere).status == .notFound)
            #expect(try await world.site.send(.post, ending, as: TraineeWorld.employer).status == .seeOther)
            #expect(try await world.site.send(.post, ending, as: TraineeWorld.employer).status == .conflict)
        }
        #expect(try await told() == [true, true])
        let kari = try await world.site.send(.get, world.page, as: .nobody, cookie: try await world.kari())
        #expect(!kari.text.contains(gaps[0]))
    }

    @Test func `cannot be mentor and line at once`() async throws {
        let world = try await TraineeWorld.make()
        _ = try await world.mentor()
        let fields = [("name", "Marte As"), ("email", TraineeWorld.address("Marte As")), ("language", "nb")]
        let refused = try await world.site.send(.post, "\(world.page)/line", as: TraineeWorld.employer, fields)
        #expect(refused.status == .conflict && refused.text.contains("value=\"Marte As\""))
        let other = [("name", "Liv Bo"), ("email", "liv@people.example"), ("language", "nb")]
        #expect(
            try await world.site.send(.post, "\(world.page)/line", as: TraineeWorld.employer, other).status == .seeOther
        )
        let page = try await world.site.send(.get, "\(world.page)/people", as: TraineeWorld.employer)
        let removal = try #require(page.text.firstMatch(of: /action="([^"]+\/line\/[^"]+\/removal)"/)).output.1
        #expect(try await world.site.send(.post, String(removal), as: TraineeWorld.employer).status == .seeOther)
    }

    @Test func `notes a talk by one press on the own page, once a day`() async throws {
        let world = try await TraineeWorld.make()
        let mentor = try await world.mentor()
        let own = try await world.site.send(.get, "/me", as: .nobody, cookie: mentor)
        #expect(own.text.contains("value=\"2013-09-10\""))
        let path = "\(world.page)/talks?from=me"
        let logged = try await world.site.send(.post, path, as: .nobody, [("held_on", "2013-09-10")], cookie: mentor)
        #expect(logged.status == .seeOther && logged.location.hasSuffix("/me?done=talk.logged"))
        let twice = try await world.site.send(.post, path, as: .nobody, [("held_on", "2013-09-10")], cookie: mentor)
        #expect(twice.status == .conflict && twice.text.contains("noted already"))
        let ahead = try await world.site.send(.post, path, as: .nobody, [("held_on", "2013-09-11")], cookie: mentor)
        #expect(ahead.status == .unprocessableContent)
        let page = try await world.site.send(.get, "\(world.page)/talks", as: TraineeWorld.employer)
        let removal = try #require(page.text.firstMatch(of: /action="([^"]+\/talks\/[^"]+\/removal)"/)).output.1
        #expect(try await world.site.send(.post, String(removal), as: .nobody, cookie: mentor).status == .forbidden)
        #expect(try await world.site.send(.post, String(removal), as: TraineeWorld.employer).status == .seeOther)
    }
}
