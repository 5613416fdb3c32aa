import Delivery
import Foundation
import HTTPTypes
import KohortCore
import KohortTesting
import Testing

@testable import KohortSite

@Suite struct `What is due, on the first pages` {
    @Test func `the lead sees the cohorts on a timeline, who has not delivered, and what falls in this month`()
        async throws
    {
        let world = try await TraineeWorld.make()
        let fields = [
            ("kind", "gathering"), ("title", "First days"), ("first_day", "2013-09-23"), ("last_day", "2013-09-24"),
        ]
        _ = try await world.site.send(.post, "/staff/cohorts/lttr-2013/gatherings", as: .lead, fields)
        let page = try await world.site.send(.get, "/staff", as: .lead).text
        #expect(page.contains("<h2>Cohorts</h2>") && page.contains("<svg class=\"shape\""))
        #expect(page.contains("September 2013 – February 2015"))
        let owing = try #require(page.range(of: "Who has not delivered"))
        let rest = page[owing.upperBound...]
        #expect(rest.contains("Without a mentor: 1") && rest.contains("Without a plan: 1"))
        let month = try #require(rest.range(of: "<h2>This month</h2>"))
        #expect(rest[month.upperBound...].contains("First days"))
        world.site.move(to: "2013-10-10T09:00:00Z")
        let later = try await world.site.send(.get, "/staff", as: .lead).text
        #expect(later.contains("<h2>Cohorts</h2>") && !later.contains("First days"))
        #expect(later.contains("Nothing falls due this month.") && !page.contains("Nothing falls due this month."))
    }

    @Test func `the lead sees by when each employer was to deliver, one step from it, and what is to come first`()
        async throws
    {
        let world = try await TraineeWorld.make()
        for (title, day) in [("Early days", "2013-09-05"), ("Late days", "2013-09-23")] {
            let fields = [("kind", "gathering"), ("title", title), ("first_day", day), ("last_day", day)]
            let made = try await world.site.send(.post, "/staff/cohorts/lttr-2013/gatherings", as: .lead, fields)
            #expect(made.status == .seeOther)
        }
        let page = try await world.site.send(.get, "/staff", as: .lead).text
        let owing = try #require(page.range(of: "Who has not delivered")).upperBound
        let month = try #require(page.range(of: "<h2>This month</h2>"))
        let employers = page[owing..<month.lowerBound]
        #expect(employers.contains("<a href=\"/romerike\(world.page)\"><strong>Skedsmo kommune</strong></a>"))
        #expect(
            employers.contains("<span class=\"status late\">By ") || employers.contains("class=\"status soon\">By "))
        let due = page[month.upperBound...]
        let (late, early) = (try #require(due.range(of: "Late days")), try #require(due.range(of: "Early days")))
        #expect(late.lowerBound < early.lowerBound)
        #expect(due[early.upperBound...].contains("<span class=\"status good\">Has been</span>"))
        #expect(page.contains("<a href=\"/romerike/staff/matters\">0</a>"))
    }

    @Test func `a cohort that was over long ago is named, and presses no timeline together`() async throws {
        let world = try await TraineeWorld.make()
        let span = "September 2013 – February 2015"
        let open = "<a href=\"/romerike/staff/cohorts/lttr-2013/closing\">Close it</a>"
        world.site.move(to: "2016-02-20T09:00:00Z")
        let within = try await world.site.send(.get, "/staff", as: .lead).text
        #expect(within.contains(span) && !within.contains(open))
        world.site.move(to: "2016-03-02T09:00:00Z")
        let later = try await world.site.send(.get, "/staff", as: .lead).text
        #expect(later.contains("Cohort 2013–2015 ended in February 2015 and is still open. \(open)"))
        #expect(!later.contains(span))
    }

    @Test func `an employer sees what its own trainees lack, one step from doing it`() async throws {
        let world = try await TraineeWorld.make()
        let page = try await world.site.send(.get, "/employer/skedsmo", as: TraineeWorld.employer).text
        #expect(page.contains("For your trainees"))
        #expect(page.contains("href=\"/romerike\(world.page)/placements\">Plan the periods</a>"))
        #expect(page.contains("href=\"/romerike\(world.page)/people\">Name a mentor</a>"))
        #expect(page.contains("Kari Li") && !page.contains("Ola Moe"))
        try await world.planned()
        let planned = try await world.site.send(.get, "/employer/skedsmo", as: TraineeWorld.employer).text
        #expect(!planned.contains("Plan the periods") && planned.contains("Name a mentor"))
    }

    @Test func `the room that a page belongs to is marked in the masthead`() async throws {
        let world = try await TraineeWorld.make()
        let page = try await world.site.send(.get, "/employer/skedsmo/trainees", as: TraineeWorld.employer).text
        #expect(page.contains("<a href=\"/romerike/employer/skedsmo\" aria-current=\"page\">Skedsmo kommune</a>"))
        #expect(page.contains("<a href=\"/romerike/me\">"))
    }
}
