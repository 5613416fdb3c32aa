import Foundation
import HTTPTypes
import KohortTesting
import Testing

@Suite struct `Norra Norrland's cohort` {
    private func scheme(changed: (String) -> String = { $0 }) async throws -> Scheme {
        try await Scheme.begin(
            "norra-norrland", "norra-norrland", cohort: "first", at: "2027-08-20T08:00:00Z", changed: changed)
    }

    private func plan(_ home: String, then host: String) -> [[String: Any]] {
        [line("1", home, "2027-09-01", "2028-06-01"), line("2", host, "2028-06-01", "2028-09-01")]
    }

    @Test func `the second period is a contrast of size (NOR-7)`() async throws {
        let scheme = try await scheme()
        let trainee = try await scheme.enter("Ylva Ek", at: "ornskoldsvik")
        let refused = "placements[1].host placement.host.contrast_of_size"
        #expect(try await scheme.plan(plan("ornskoldsvik", then: "umea"), for: trainee) == refused)
        #expect(try await scheme.plan(plan("ornskoldsvik", then: "ornskoldsvik"), for: trainee) == refused)
        #expect(try await scheme.plan(plan("ornskoldsvik", then: "norsjo"), for: trainee) == "")
    }

    @Test func `a trainee of the smallest members can still be placed, with any other member (NOR-7)`() async throws {
        let scheme = try await scheme()
        for employer in ["norsjo", "vannas", "nordmaling", "alvsbyn"] {
            let trainee = try await scheme.enter("From \(employer)", at: employer)
            let refused = "placements[1].host placement.host.contrast_of_size"
            #expect(try await scheme.plan(plan(employer, then: employer), for: trainee) == refused)
            #expect(try await scheme.plan(plan(employer, then: "umea"), for: trainee) == "")
        }
    }

    @Test func `time is 80 % practical work and 20 % education, trainee by trainee (NOR-4)`() async throws {
        let scheme = try await scheme()
        let trainee = try await scheme.enter("Ylva Ek", at: "ornskoldsvik")
        scheme.installation.move(to: "2027-10-01T08:00:00Z")
        let path = "/trainees/\(trainee)/education"
        let plan = try await scheme.lead.get(path).object
        let (days, education) = (plan.number("days") ?? 0, plan.number("education_days") ?? 0)
        #expect(plan.number("percent") == 20 && days == 262 && education == 52)
        #expect(plan.number("practical_days") == 210 && plan.number("recorded_hours") == 0)
        let course: [String: Any] = ["held_on": "2027-09-20", "hours": 8, "about": "GIS"]
        #expect(try await scheme.lead.post(path, course).said == "")
        #expect(try await scheme.lead.get(path).object.number("recorded_hours") == 8)
    }

    @Test func `a member's own local programme is kept out of the figures (NOR-10)`() async throws {
        let scheme = try await scheme { yaml in
            let start = yaml.range(of: "  - slug: trainee\n")?.lowerBound ?? yaml.startIndex
            let end = yaml.range(of: "\ncohorts:\n")?.lowerBound ?? yaml.endIndex
            let local = yaml[start..<end].replacing("- slug: trainee\n", with: "- slug: local\n    local_to: umea\n")
            let cohort = """
                \ncohorts:
                  - slug: umea-own
                    programme: local
                    state: planned
                    period: {from: 2027-09-01, to: 2028-09-01}
                    participations: [umea]
                """
            return yaml.replacing("\ncohorts:", with: local + cohort)
        }
        _ = try await scheme.enter("Ylva Ek", at: "ornskoldsvik")
        let local = Scheme(
            installation: scheme.installation, tenant: scheme.tenant, cohort: "umea-own", lead: scheme.lead)
        _ = try await local.enter("Ulf Umeå".replacing("å", with: "a"), at: "umea")
        #expect(try await local.states().count == 1)
        scheme.installation.move(to: "2027-10-01T08:00:00Z")
        let results: ResultsBody = try await scheme.lead.get("/reports/results").read()
        #expect(results.cohorts.map(\.slug) == ["first"] && results.cohorts.map(\.trainees) == [1])
    }

    @Test func `contacts are seen across members where the consortium wants it, and not elsewhere (NOR-9)`()
        async throws
    {
        func seen(_ scheme: Scheme) async throws -> [String] {
            for employer in ["umea", "norsjo"] { try await scheme.nameCoordinator(at: employer) }
            let contacts = try await scheme.holder("coordinator", of: "umea").get("/contacts").list("contacts")
            return contacts.map { $0.text("employer") }.sorted()
        }
        #expect(try await seen(try await scheme()) == ["norsjo", "umea"])
        let closed = try await scheme {
            $0.replacing("contacts_across_members: true", with: "contacts_across_members: false")
        }
        #expect(try await seen(closed) == ["umea"])
    }

    @Test func `members evaluate jointly, each with its own part (NOR-8)`() async throws {
        let scheme = try await scheme()
        _ = try await scheme.enter("Ylva Ek", at: "ornskoldsvik")
        let umea = scheme.holder("coordinator", of: "umea")
        let (path, part) = ("/cohorts/first/evaluations", ["employer": "umea", "text": "Bra samarbete"])
        #expect(try await umea.post(path, part).said == "cohort.not_begun")
        scheme.installation.move(to: "2028-08-01T08:00:00Z")
        #expect(try await umea.post(path, part).said == "")
        let norsjo = scheme.holder("coordinator", of: "norsjo")
        #expect(try await norsjo.post(path, part).status != .created)
        #expect(try await norsjo.post(path, ["employer": "norsjo", "text": "Vi lärde oss"]).said == "")
        let parts = try await scheme.lead.get(path).list("evaluations")
        #expect(Set(parts.map { $0.text("employer") }) == ["umea", "norsjo"])
        #expect(try await umea.get(path).status != .ok)
    }
}
