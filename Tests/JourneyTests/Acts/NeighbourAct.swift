import HTTPTypes
import KohortTesting
import Testing

extension RoundStory {
    /// The same address in two tenants makes two applicants who have nothing to do with each other.
    mutating func oneAppliesToTheNeighbourToo() async throws {
        var here = try applicant(0)
        here.browser = try await here.signedIn()
        let visitor = neighbour.visited(by: here)
        let sent = try await visitor.browser.send(neighbour.form(of: visitor), to: Self.candidacies)
        let there = try await received(sent, of: visitor)
        #expect(there.candidacy != here.candidacy)
        #expect(try await there.browser.open("\(there.own)/receipt").text.contains("<dd><strong>1</strong></dd>"))
        for (one, other) in [(here, there), (there, here)] {
            #expect(try await one.browser.open(one.own).status == .ok)
            #expect(try await one.browser.open(other.own).status == .notFound)
            var stranger = one.browser
            stranger.cookie = other.browser.cookie
            #expect(try await stranger.open(one.own).status == .unauthorized)
        }
        let foreign = OtherSystem(installation: installation, tenant: Neighbour.tenant, token: website.token)
        #expect(try await foreign.get("/rounds").status == .unauthorized)
        self.visitor = there
    }

    /// There one acceptance leaves the other offer standing, and nothing of it is seen here.
    func theNeighbourDecidesOtherwise() async throws {
        let visitor = try #require(self.visitor)
        #expect(try await neighbour.lead().press(Self.round + "/release").status == .seeOther)
        for (place, demand) in zip(Neighbour.places, neighbour.demands) {
            let fields = [("candidacy", visitor.candidacy), ("demand", demand), ("contract", "temporary")]
            let path = "/employer/\(place.employer)/offers?round=first-call"
            #expect(try await neighbour.coordinator(place.employer).press(path, fields).status == .seeOther)
        }
        let browser = try await visitor.signedIn()
        let offers = try await neighbour.website.offers()
        #expect(offers.map(\.state) == ["open", "open"])
        #expect(try await browser.press("\(visitor.own)/offers/\(offers[0].id)/acceptance").status == .seeOther)
        #expect(Set(try await neighbour.website.offers().map(\.state)) == ["accepted", "open"])
        // The other stays open, for the person to decline: nobody is a trainee twice in a cohort.
        #expect(try await browser.press("\(visitor.own)/offers/\(offers[1].id)/acceptance").status == .conflict)
        #expect(try await browser.press("\(visitor.own)/offers/\(offers[1].id)/refusal").status == .seeOther)
        #expect(Set(try await neighbour.website.offers().map(\.state)) == ["accepted", "declined"])
        #expect(try await neighbour.website.get("/reports/funnel?round=first-call").text == Self.neighboursFunnel)
    }

    private static let neighboursFunnel = #"""
        {"round":"first-call","persons":1,"candidacies":1,"positions":2,"per_position":0.5,\#
        "employers":[{"slug":"ornskoldsvik","positions":1,"persons":1},{"slug":"umea","positions":1,"persons":1}],\#
        "channels":[{"channel":"press","persons":0},{"channel":null,"persons":1}],\#
        "stages":[{"stage":"submitted","persons":1},{"stage":"qualified","persons":0},{"stage":"ranked","persons":0},\#
        {"stage":"offered","persons":1},{"stage":"accepted","persons":1}]}
        """#
}
