import Delivery
import HTTPTypes
import KohortCore
import KohortTesting
import Testing

@testable import KohortSite

@Suite struct `The end of a trainee's time` {
    @Test func `leaves move what comes after; one whose days are the wrong way round is refused`() async throws {
        let world = try await TraineeWorld.make()
        try await world.planned()
        let path = "\(world.page)/leaves"
        let fields = [("starts_on", "2013-10-01"), ("ends_on", "2013-10-14"), ("reason", "illness")]
        let wrong = [("starts_on", "2013-10-14"), ("ends_on", "2013-10-01"), ("reason", "illness")]
        let refused = try await world.site.send(.post, path, as: TraineeWorld.employer, wrong)
        #expect(refused.status == .unprocessableContent && refused.text.contains("href=\"#field-leave-ends_on\""))
        let silent = try await world.site.send(.post, path, as: TraineeWorld.employer, Array(fields.dropLast()))
        #expect(silent.status == .unprocessableContent && silent.text.contains("href=\"#field-leave-reason"))
        #expect(try await world.site.send(.post, path, as: TraineeWorld.employer, fields).status == .seeOther)
        let page = try await world.site.send(.get, path, as: TraineeWorld.employer)
        #expect(page.text.contains("Illness"))
        let kari = try await world.kari()
        let own = try await world.site.send(.get, world.page, as: .nobody, cookie: kari)
        #expect(own.text.contains("1–14 October 2013") && !own.text.contains("Illness"))
        #expect(try await world.site.send(.get, path, as: .nobody, cookie: kari).status == .notFound)
    }

    @Test func `a leave is taken back and the time extended, with the same form refused first`() async throws {
        let world = try await TraineeWorld.make()
        try await world.planned()
        let path = "\(world.page)/leaves"
        let fields = [("starts_on", "2013-10-01"), ("ends_on", "2013-10-14"), ("reason", "illness")]
        _ = try await world.site.send(.post, path, as: TraineeWorld.employer, fields)
        let page = try await world.site.send(.get, path, as: TraineeWorld.employer)
        let cancel = try #require(page.text.firstMatch(of: /action="([^"]+\/cancellation)"/)).output.1
        #expect(try await world.site.send(.post, String(cancel), as: TraineeWorld.elsewhere).status == .notFound)
        #expect(try await world.site.send(.post, String(cancel), as: TraineeWorld.employer).status == .seeOther)
        #expect(try await world.site.send(.post, String(cancel), as: TraineeWorld.employer).status == .notFound)

        let extensions = "\(world.page)/extensions"
        let wrong = [("last_day", "2015-02-27"), ("reason", "Long illness")]
        let refused = try await world.site.send(.post, extensions, as: TraineeWorld.employer, wrong)
        #expect(refused.status == .unprocessableContent && refused.text.contains("href=\"#field-prolong-last_day\""))
        let right = [("last_day", "2015-03-31"), ("reason", "Long illness")]
        #expect(try await world.site.send(.post, extensions, as: TraineeWorld.employer, right).status == .seeOther)
        let after = try await world.site.send(.get, path, as: TraineeWorld.employer)
        #expect(after.text.contains("1–31 March 2015") && after.text.contains("Long illness"))
        let own = try await world.site.send(.get, world.page, as: .nobody, cookie: try await world.kari())
        #expect(own.text.contains("1 September 2014 – 31 March 2015") && !own.text.contains("Long illness"))
    }

    @Test func `a trainee leaves for a reason of the list, and not without one`() async throws {
        let world = try await TraineeWorld.make()
        let path = "\(world.page)/withdrawal"
        let without = try await world.site.send(.post, path, as: TraineeWorld.employer, [("on", "2013-09-09")])
        #expect(without.status == .unprocessableContent && without.text.contains("value=\"2013-09-09\""))
        let fields = [("on", "2013-09-09"), ("reason", "studies")]
        #expect(try await world.site.send(.post, path, as: TraineeWorld.employer, fields).status == .seeOther)
        let twice = try await world.site.send(.post, path, as: TraineeWorld.employer, fields)
        #expect(twice.status == .conflict)
    }

    @Test func `nobody completes with something left to do; each thing is told`() async throws {
        let world = try await TraineeWorld.make()
        world.site.move(to: "2015-02-28T12:00:00Z")
        let answer = try await world.site.send(.post, "\(world.page)/completion", as: .lead, [("on", "2015-02-28")])
        #expect(answer.status == .unprocessableContent)
        #expect(answer.text.contains("The project is not done.") || answer.text.contains("project"))
        #expect(
            try await world.site.send(.post, "\(world.page)/completion", as: TraineeWorld.employer).status != .seeOther)
    }

    @Test func `a trainee is marked as completed from the cohort's closing page, once all is done`() async throws {
        let world = try await `Diplomas and certificates`.finished()
        let (page, path) = ("/staff/cohorts/lttr-2013/closing", "/staff/cohorts/lttr-2013/completion")
        world.site.move(to: "2015-02-28T12:00:00Z")
        let open = try await world.site.send(.get, page, as: .lead)
        #expect(open.text.contains("A trainee has completed") && open.text.contains("Kari Li</option>"))
        let kari = [("trainee", "\(world.trainee)"), ("on", "2015-02-28")]
        let ola = [("trainee", "\(world.other)"), ("on", "2015-02-28")]
        let unfinished = try await world.site.send(.post, path, as: .lead, ola)
        #expect(unfinished.status == .unprocessableContent)
        #expect(unfinished.text.contains("href=\"#field-completion-on\""))
        let nobody = try await world.site.send(.post, path, as: .lead, [("trainee", ""), ("on", "2015-02-28")])
        #expect(nobody.text.contains("href=\"#field-completion-trainee\""))
        #expect(try await world.site.send(.post, path, as: TraineeWorld.employer, kari).status == .forbidden)
        #expect(try await world.site.send(.post, path, as: .lead, kari).status == .seeOther)
        #expect(try await world.site.send(.get, page, as: .lead).text.contains("Completed"))
        #expect(try await world.site.send(.post, path, as: .lead, kari).status == .conflict)
    }

    @Test func `what became of the trainee is dated and can be cleared`() async throws {
        let world = try await TraineeWorld.make()
        let path = "\(world.page)/outcomes/offered"
        #expect(try await world.site.send(.post, path, as: .lead, [("on", "tomorrow")]).status == .unprocessableContent)
        #expect(try await world.site.send(.post, path, as: .lead, [("on", "2013-09-09")]).status == .seeOther)
        #expect(try await world.site.send(.get, world.page, as: .lead).text.contains("9 September 2013"))
        #expect(try await world.site.send(.post, "\(path)/removal", as: .lead).status == .seeOther)
        #expect(try await world.site.send(.post, "\(world.page)/outcomes/fame", as: .lead).status == .notFound)
    }
}

@Suite struct `Diplomas and certificates` {
    /// With all done that the programme requires.
    static func finished() async throws -> TraineeWorld {
        let world = try await TraineeWorld.make()
        let kari = try await world.kari()
        _ = try await world.site.send(.post, "\(world.page)/project", as: .nobody, [("title", "Pipes")], cookie: kari)
        let file = SentFile(field: "paper", name: "pipes.pdf", content: "%PDF-1.4 pipes")
        _ = try await world.site.send(
            .post, "\(world.page)/project/submission", as: .nobody, [("summary", "Pipes")], cookie: kari, file: file)
        _ = try await world.site.send(.post, "\(world.page)/project/assessment", as: .lead, [("verdict", "passed")])
        let empty = try await world.site.send(
            .post, "\(world.page)/evaluation", as: .nobody, [("text", "")], cookie: kari)
        #expect(empty.status == .unprocessableContent)
        _ = try await world.site.send(.post, "\(world.page)/evaluation", as: .nobody, [("text", "Good")], cookie: kari)
        return world
    }

    @Test func `are issued once all is done, verified by anybody, and revoked`() async throws {
        let early = try await TraineeWorld.make()
        #expect(try await early.site.send(.post, "\(early.page)/diplomas", as: .lead).status == .conflict)
        let world = try await Self.finished()
        #expect(try await world.site.send(.post, "\(world.page)/diplomas", as: .lead).status == .seeOther)
        #expect(try await world.site.send(.post, "\(world.page)/diplomas", as: .lead).status == .conflict)
        let closing = try await world.site.send(.get, "\(world.page)/closing", as: .lead)
        let match = try #require(closing.text.firstMatch(of: /href="([^"]+\/documents\/[^"]+)"/))
        let document = try await world.site.send(.get, String(match.output.1), as: .lead)
        #expect(document.text.contains("Kari Li") && document.text.contains("Romerike engineering trainee scheme"))
        let code = try #require(document.text.firstMatch(of: /class="code">([^<]+)</)).output.1
        let real = try await world.site.send(.get, "/verification?code=\(code)", as: .nobody)
        #expect(real.text.contains("Diploma of Kari Li, Skedsmo kommune, is real."))
        _ = try await world.site.send(.post, "\(match.output.1)/revocation", as: .lead)
        let revoked = try await world.site.send(.get, "/verification?code=\(code)", as: .nobody)
        #expect(revoked.text.contains("It does not hold."))
        #expect(try await world.site.send(.get, String(match.output.1), as: TraineeWorld.elsewhere).status == .notFound)
    }

    @Test func `a code that is none, or nobody's, is told apart`() async throws {
        let world = try await TraineeWorld.make()
        let form = try await world.site.send(.get, "/verification", as: .nobody)
        #expect(form.status == .ok && !form.text.contains("class=\"notice"))
        let none = try await world.site.send(.get, "/verification?code=abc", as: .nobody)
        #expect(none.text.contains("This is no such code."))
        let unknown = try await world.site.send(.get, "/verification?code=k7qx2mnp9rtv", as: .nobody)
        #expect(unknown.text.contains("We have issued no document with this code."))
    }
}
