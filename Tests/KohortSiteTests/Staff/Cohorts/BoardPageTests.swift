import Delivery
import HTTPTypes
import KohortCore
import KohortStore
import KohortTesting
import Testing

@testable import KohortSite

@Suite struct `The placements board` {
    private static let page = "/staff/cohorts/lttr-2013/board"

    private func path(to placement: PlacementID) -> String { "\(Self.page)/\(placement)" }

    private func fields(_ host: OrganisationID, _ start: String, _ last: String) -> [(String, String)] {
        [("host", host.description), ("starts_on", start), ("last_day", last)]
    }

    @Test func `moves a period by a plain form, and says at the field what the rules refuse`() async throws {
        let world = try await TraineeWorld.make()
        let placements = try await world.planned()
        let (home, other) = (try await world.site.organisation("skedsmo"), try await world.site.organisation("roaf"))
        let board = try await world.site.send(.get, Self.page, as: .lead)
        #expect(board.text.contains("href=\"/romerike\(path(to: placements[1]))\""))
        let form = try await world.site.send(.get, path(to: placements[1]), as: .lead)
        #expect(form.status == .ok && form.text.contains("Move a period of Kari Li"))
        let wrong = try await world.site.send(
            .post, path(to: placements[1]), as: .lead, fields(home, "2014-03-01", "2014-08-31"))
        #expect(wrong.status == .unprocessableContent && wrong.text.contains("href=\"#field-host\""))
        #expect(wrong.text.contains("This period must be at another member than the employer."))
        let backwards = try await world.site.send(
            .post, path(to: placements[1]), as: .lead, fields(other, "2014-08-31", "2014-03-01"))
        #expect(backwards.text.contains("href=\"#field-last_day\""))
        let moved = try await world.site.send(
            .post, path(to: placements[1]), as: .lead, fields(other, "2014-03-01", "2014-08-31"))
        #expect(moved.status == .seeOther && moved.location.hasSuffix("/board?done=placement.moved"))
        #expect(try await world.site.send(.get, Self.page, as: .lead).text.contains("ROAF"))
    }

    @Test func `shows the months, and where today is while the cohort lasts`() async throws {
        let world = try await TraineeWorld.make()
        try await world.planned()
        let page = try await world.site.send(.get, Self.page, as: .lead).text
        #expect(page.contains("<text class=\"year\" x=\"0\" y=\"26\">2013</text><text x=\"0\" y=\"41\">Sep</text>"))
        #expect(page.contains("<text class=\"today\" x=\"16\" y=\"12\">Today</text>"))
        #expect(page.matches(of: /<line class="today"/).count == 2)
        world.site.move(to: "2015-03-01T09:00:00Z")
        let after = try await world.site.send(.get, Self.page, as: .lead).text
        #expect(after.contains("class=\"year\"") && !after.contains("class=\"today\""))
    }

    @Test func `is the programme office's, and knows only its own cohort's periods`() async throws {
        let world = try await TraineeWorld.make()
        let first = try #require(try await world.planned().first)
        #expect(try await world.site.send(.get, path(to: first), as: TraineeWorld.employer).status == .forbidden)
        #expect(try await world.site.send(.get, path(to: .new()), as: .lead).status == .notFound)
        let next = """
              - slug: lttr-2016
                programme: lttr
                state: planned
                period: {from: 2016-09-01, to: 2018-03-01}
                participations: [fet]

            """
        try await world.site.define("romerike", adding: next)
        let elsewhere = path(to: first).replacing("lttr-2013", with: "lttr-2016")
        #expect(try await world.site.send(.get, "/staff/cohorts/lttr-2016/board", as: .lead).status == .ok)
        #expect(try await world.site.send(.get, elsewhere, as: .lead).status == .notFound)
        #expect(try await world.site.send(.get, path(to: first), as: .lead).status == .ok)
    }

    @Test func `of two hundred trainees works a page at a time, each below 40 kB`() async throws {
        let world = try await TraineeWorld.make()
        try await world.planned()
        try await world.plan(more: 199)
        var (next, seen, count): (String?, Set<String>, Int) = (Self.page, [], 0)
        while let path = next {
            let answer = try await world.site.send(.get, path, as: .lead)
            #expect(answer.status == .ok && answer.text.utf8.count < 40_000, "\(path): \(answer.text.utf8.count)")
            let moves = answer.text.matches(of: /href="([^"]+\/board\/[0-9a-f-]{36})"/).map { String($0.output.1) }
            #expect(Set(moves).count <= BoardExtract.limit)
            seen.formUnion(moves)
            count += 1
            next = answer.text.firstMatch(of: /href="([^"]+)" rel="next"/).map {
                String($0.output.1).replacing("&amp;", with: "&")
            }
        }
        #expect(seen.count == 600 && count == 15)
        let fet = try await world.site.send(.get, Self.page + "?host=fet", as: .lead)
        #expect(fet.text.contains("Page 1 of 5. 200 periods in all."))
    }
}
