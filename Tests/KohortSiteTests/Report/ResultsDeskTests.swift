import Foundation
import HTTPTypes
import KohortCore
import KohortTesting
import Tenancy
import Testing

@testable import KohortSite

@Suite struct `The results' page` {
    @Test func `opens each figure to what it counts, where there are persons behind it`() async throws {
        let world = try await TraineeWorld.make()
        let page = try await world.site.send(.get, "/report", as: .lead).text
        let path = "/romerike/staff/cohorts/lttr-2013"
        #expect(page.contains("<a href=\"\(path)#trainees\">2</a>"))
        #expect(page.contains("<a href=\"/romerike/staff/members\">14</a>"))
        let counted = try await world.site.send(.get, "/staff/cohorts/lttr-2013", as: .lead).text
        #expect(counted.contains("<section id=\"trainees\">") && counted.contains("Kari Li"))
        // Nothing is counted of what is still to come, nor behind the bare totals of 2008.
        #expect(!page.contains("\(path)/closing") && !page.contains("lttr-2008"))
    }

    @Test func `leads the committee nowhere that it may not go`() async throws {
        let world = try await TraineeWorld.make()
        let cookie = try await world.cookie("Per Vik", .committee, on: .consortium)
        let page = try await world.site.send(.get, "/report", as: .nobody, cookie: cookie)
        #expect(page.status == .ok && page.text.contains("2013") && !page.text.contains("/staff/"))
    }

    @Test func `tells the committee, whose first page it is, that nothing waits`() async throws {
        let world = try await TraineeWorld.make()
        let cookie = try await world.cookie("Per Vik", .committee, on: .consortium)
        let page = try await world.site.send(.get, "/report", as: .nobody, cookie: cookie).text
        #expect(page.contains("Nothing waits for you now."))
        #expect(try await !world.site.send(.get, "/report", as: .lead).text.contains("Nothing waits for you now."))
    }

    @Test func `says of each figure of the sum what it is, where the table becomes cards`() async throws {
        let world = try await RoundSite("romerike")
        let page = try await world.send(.get, "/report", as: .lead).text
        let start = try #require(page.range(of: "<tfoot>")), end = try #require(page.range(of: "</tfoot>"))
        let sum = page[start.upperBound..<end.lowerBound]
        #expect(sum.matches(of: /<td/).count == sum.matches(of: /<td data-label="[^"]+"/).count)
        #expect(sum.contains("<td data-label=\"Trainees\""))
    }
}
