import HTTPTypes
import KohortTesting
import Testing

extension RoundStory {
    /// Seven in time, one of them changed in the last moment; the eighth is late (KS11-2, NOR-5).
    mutating func membersStateTheirDemand() async throws {
        try await comes("2026-11-20T09:00:00Z")
        for place in Place.all where place.employer != "alvsbyn" {
            let asked = place.employer == "umea" ? 2 : place.positions
            #expect(try await state(place, asked: asked).status == .seeOther)
        }
        demands = try await demandIDs()
        try await comes("2026-12-15T22:59:59.999Z")
        let umea = try coordinator("umea")
        let changed = try await umea.press("/employer/umea/demands/\(demands[2])", Place.all[2].fields(asking: 4))
        #expect(changed.status == .seeOther)
        installation.move(to: "2026-12-15T23:00:00Z")
        let late = try await state(Place.all[8])
        #expect(late.status == .conflict)
        #expect(late.text.contains("The deadline was Tuesday 15 December 2026. Talk to the programme lead."))
        #expect(late.text.contains("value=\"\(Place.all[8].title)\""))
        #expect(try await website.demands().count == 8)
    }

    /// The late one by an override, and of Umeå's four three.
    mutating func theLeadApprovesTwelvePositions() async throws {
        try await comes("2026-12-16T08:00:00Z")
        let override = try await lead.press(
            Self.round + "/demands", [("organisation", "alvsbyn")] + Place.all[8].fields())
        #expect(override.status == .seeOther)
        demands = try await demandIDs()
        #expect(try await website.demands().filter(\.late).map(\.organisation.slug) == ["alvsbyn"])
        let tooMany = try await lead.press(Self.round + "/demands/\(demands[2])/approval", [("positions", "5")])
        #expect(tooMany.status == .unprocessableContent)
        for (place, demand) in zip(Place.all, demands) {
            let fields = [("positions", String(place.positions))]
            #expect(try await lead.press(Self.round + "/demands/\(demand)/approval", fields).status == .seeOther)
        }
        #expect(try await website.demands().map(\.positions).reduce(0, +) == 12)
    }

    private func state(_ place: Place, asked: Int? = nil) async throws -> TestResponse {
        try await coordinator(place.employer).press(
            "/employer/\(place.employer)/demands?round=first-call", place.fields(asking: asked))
    }

    /// In the order of `Place.all`, as far as they are stated.
    private func demandIDs() async throws -> [String] {
        let stated = try await website.demands()
        return Place.all.compactMap { place in
            stated.first { $0.organisation.slug == place.employer && $0.title == place.title }?.id
        }
    }
}
