import Delivery
import HTTPTypes
import KohortCore
import KohortTesting
import Testing

@testable import KohortSite

@Suite struct `Periods of a trainee` {
    private static func rows(_ world: TraineeWorld, secondHost: String = "fet") async throws -> [(String, String)] {
        let (home, away) = (
            try await world.site.organisation("skedsmo"), try await world.site.organisation(secondHost)
        )
        let days = [("2013-09-01", "2014-02-28"), ("2014-03-01", "2014-08-31"), ("2014-09-01", "2015-02-28")]
        return zip(days, [home, away, home]).enumerated().flatMap { index, row in
            [
                ("row\(index)-part", String(index + 1)), ("row\(index)-host", row.1.description),
                ("row\(index)-starts_on", row.0.0), ("row\(index)-ends_on", row.0.1),
            ]
        }
    }

    @Test func `are planned all at once`() async throws {
        let world = try await TraineeWorld.make()
        let path = "\(world.page)/placements"
        let answer = try await world.site.send(.post, path, as: TraineeWorld.employer, try await Self.rows(world))
        #expect(answer.status == .seeOther)
        let page = try await world.site.send(.get, world.page, as: TraineeWorld.employer)
        #expect(page.text.contains("1 March – 31 August 2014") && page.text.contains("Fet kommune"))
        let form = try await world.site.send(.get, path, as: TraineeWorld.employer)
        #expect(form.text.contains("value=\"2014-08-31\""))
    }

    @Test func `are asked for a row each, under its number`() async throws {
        let world = try await TraineeWorld.make()
        try await world.planned()
        let form = try await world.site.send(.get, "\(world.page)/placements", as: TraineeWorld.employer).text
        let rows = form.matches(of: /<fieldset class="row"><legend>Row (\d)<\/legend>/).map { String($0.output.1) }
        #expect(rows == ["1", "2", "3"])
        #expect(form.matches(of: /<label for="field-plan-row\d-host">Place<\/label>/).count == 3)
    }

    @Test func `that break a rule are refused at their row, with all that was typed`() async throws {
        let world = try await TraineeWorld.make()
        let rows = try await Self.rows(world, secondHost: "skedsmo")
        let answer = try await world.site.send(.post, "\(world.page)/placements", as: TraineeWorld.employer, rows)
        #expect(answer.status == .unprocessableContent)
        #expect(answer.text.contains("href=\"#field-plan-row1-host\""))
        #expect(
            answer.text.contains("This period is to be at another member") || answer.text.contains("another member"))
        #expect(answer.text.contains("value=\"2014-08-31\""))
    }

    @Test func `with a date that is none are refused before the rules are asked`() async throws {
        let world = try await TraineeWorld.make()
        let rows = try await Self.rows(world).map { $0.1 == "2014-08-31" ? ($0.0, "2014-02-30") : $0 }
        let answer = try await world.site.send(.post, "\(world.page)/placements", as: TraineeWorld.employer, rows)
        #expect(answer.status == .unprocessableContent)
        #expect(answer.text.contains("href=\"#field-plan-row1-ends_on\""))
    }

    @Test func `have a plan that both agree to, and that the mentor does not see`() async throws {
        let world = try await TraineeWorld.make()
        let first = try #require(try await world.planned().first)
        let (supervisor, mentor, kari) = (
            try await world.supervisor(of: first), try await world.mentor(), try await world.kari()
        )
        let path = "/placements/\(first)"
        let empty = try await world.site.send(
            .post, "\(path)/plan", as: .nobody, [("tasks", "Pipes")], cookie: supervisor)
        #expect(empty.status == .unprocessableContent && empty.text.contains("Pipes"))
        let fields = [("responsibilities", "Water"), ("tasks", "Pipes"), ("goals", "Read maps\n\nDraw maps")]
        let written = try await world.site.send(.post, "\(path)/plan", as: .nobody, fields, cookie: supervisor)
        #expect(written.status == .seeOther)
        _ = try await world.site.send(.post, "\(path)/plan/supervisor-agreement", as: .nobody, cookie: supervisor)
        #expect(
            try await world.site.send(.post, "\(path)/plan/supervisor-agreement", as: .nobody, cookie: kari).status
                == .forbidden)
        _ = try await world.site.send(.post, "\(path)/plan/trainee-agreement", as: .nobody, cookie: kari)
        _ = try await world.site.send(.post, "\(path)/plan/goals/1", as: .nobody, cookie: kari)
        let page = try await world.site.send(.get, path, as: .nobody, cookie: kari)
        #expect(page.text.contains("Read maps") && !page.text.contains("Not yet"))
        #expect(try await world.site.send(.get, path, as: .nobody, cookie: mentor).status == .notFound)
        #expect(try await world.site.send(.get, path, as: TraineeWorld.elsewhere).status == .notFound)
    }

    @Test func `are evaluated by the supervisor, whose words the trainee does not read`() async throws {
        let world = try await TraineeWorld.make()
        let first = try #require(try await world.planned().first)
        let (supervisor, kari) = (try await world.supervisor(of: first), try await world.kari())
        let path = "/placements/\(first)"
        let empty = try await world.site.send(
            .post, "\(path)/evaluation", as: .nobody, [("text", " ")], cookie: supervisor)
        #expect(empty.status == .unprocessableContent)
        let given = try await world.site.send(
            .post, "\(path)/evaluation", as: .nobody, [("text", "Careful and quick")], cookie: supervisor)
        #expect(given.status == .seeOther)
        let employer = try await world.site.send(.get, "\(world.page)/evaluation", as: TraineeWorld.employer)
        #expect(employer.text.contains("Careful and quick"))
        let own = try await world.site.send(.get, path, as: .nobody, cookie: kari)
        #expect(own.status == .ok && !own.text.contains("Careful"))
    }
}
