import KohortTesting
import Testing

@Suite struct `A programme of one business` {
    private func plan(_ units: [String]) -> [[String: Any]] {
        units.enumerated().map { index, unit in
            line("\(index + 1)", "business", "\(2026 + index)-09-01", "\(2027 + index)-09-01", unit: unit)
        }
    }

    private func units(_ scheme: Scheme) async throws -> [String] {
        let hosts = try await scheme.lead.get("/hosts").list("hosts")
        return hosts.first { $0.text("slug") == "business" }?.list("units").map { $0.text("id") } ?? []
    }

    @Test func `36 and 48 months are both valid, 35 and 49 are not (GEN-1)`() async throws {
        for end in ["2029-09-01", "2030-09-01"] {
            let scheme = try await Scheme.general(ends: end)
            #expect(try await scheme.lead.get("/cohorts/first").object.text("ends_before") == end)
        }
        for end in ["2029-08-01", "2030-10-01"] {
            await #expect(throws: (any Error).self) { _ = try await Scheme.general(ends: end) }
        }
    }

    @Test func `units are the hosts, each a new one (GEN-1)`() async throws {
        let scheme = try await Scheme.general(ends: "2030-09-01")
        let trainee = try await scheme.enter("Gry Gran", at: "business")
        let units = try await units(scheme)
        try #require(units.count == 4)
        let again = plan([units[0], units[1], units[0]])
        #expect(try await scheme.plan(again, for: trainee) == "placements[2].unit placement.unit.used")
        #expect(try await scheme.plan(plan([units[0], units[1]]), for: trainee) == "placements placement.count")
        #expect(try await scheme.plan(plan(units), for: trainee) == "")
    }

    @Test func `an early hire ends as hired early and counts as hired, not as dropped out (GEN-3)`() async throws {
        let scheme = try await Scheme.general(ends: "2029-09-01")
        let early = try await scheme.enter("Gry Gran", at: "business")
        let gone = try await scheme.enter("Geir Grov", at: "business")
        scheme.installation.move(to: "2028-01-10T08:00:00Z")
        #expect(try await scheme.lead.post("/trainees/\(early)/early-hire", ["on": "2027-12-31"]).said == "")
        let left: [String: Any] = ["on": "2027-12-31", "reason": "other_work"]
        #expect(try await scheme.lead.post("/trainees/\(gone)/withdrawal", left).said == "")
        #expect(try await scheme.states() == ["Gry Gran": "hired_early", "Geir Grov": "withdrawn"])
        let outcomes = try await scheme.trainee(early).list("outcomes")
        #expect(outcomes.map { $0.text("kind") } == ["permanently_hired"])
        #expect(
            try await scheme.lead.post("/trainees/\(early)/outcomes/permanently_hired/removal").said
                == "outcome.hired_early")

        scheme.installation.move(to: "2029-09-02T08:00:00Z")
        #expect(try await scheme.lead.post("/cohorts/first/closing").said == "")
        let row = try await scheme.result(of: "first")
        #expect(row.trainees == 2 && row.permanent == 1 && row.hired_share == 0.5)
    }

    @Test func `where a programme does not have that end, nobody is hired early (GEN-3)`() async throws {
        let scheme = try await Scheme.romerike()
        let trainee = try await scheme.enter("Eva Fet", at: "fet")
        scheme.installation.move(to: "2013-10-10T08:00:00Z")
        let answer = try await scheme.lead.post("/trainees/\(trainee)/early-hire", ["on": "2013-10-01"])
        #expect(answer.said == "trainee.no_early_hire")
    }
}
