import HTTPTypes
import KohortTesting
import Testing

@Suite struct `KS's cohort of 2011` {
    @Test func `a missing coordinator blocks that employer's trainees and no others (KS11-20)`() async throws {
        let scheme = try await Scheme.ks()
        try await scheme.ready("drammen")
        let bergen = scheme.holder("coordinator", of: "bergen")
        #expect(try await bergen.post("/cohorts/ks-cohort-5/aims", ["employer": "bergen"]).said == "")
        _ = try await scheme.enter("Nora Nilsen", at: "drammen")
        let waiting = try await scheme.enter("Bjarte Berge", at: "bergen")
        #expect(try await scheme.states() == ["Nora Nilsen": "enrolled", "Bjarte Berge": "blocked"])
        #expect(try await scheme.trainee(waiting).texts("missing") == ["coordinator_named"])

        try await scheme.nameCoordinator(at: "bergen")
        #expect(try await scheme.states() == ["Nora Nilsen": "enrolled", "Bjarte Berge": "enrolled"])
    }

    @Test func `aims that are not anchored block in the same way, and the operator reads who waits (KS11-10)`()
        async throws
    {
        struct Line: Decodable { let slug, stage: String, trainees, blocked: Int }
        struct Shown: Decodable {
            struct Employer: Decodable { let name: String, missing: [String] }
            let employers: [Employer]
        }
        let scheme = try await Scheme.ks()
        try await scheme.nameCoordinator(at: "akershus")
        _ = try await scheme.enter("Ada Aas", at: "akershus")
        let list: [Line] = try await scheme.installation.ask("ListCohorts", ["tenant": "ks"])
        #expect(list.map(\.slug) == ["ks-cohort-5"] && list.map(\.stage) == ["planned"])
        #expect(list.map(\.trainees) == [1] && list.map(\.blocked) == [1])
        let shown: Shown = try await scheme.installation.ask("ShowCohort", ["tenant": "ks", "cohort": "ks-cohort-5"])
        #expect(shown.employers.map(\.name) == ["Akershus fylkeskommune"])
        #expect(shown.employers.map(\.missing) == [["aims_anchored"]])
        try await scheme.ready("akershus")
        #expect(try await scheme.states() == ["Ada Aas": "enrolled"])
    }

    @Test func `who waits to start is in no figure, and counts from the day that nothing is missing`() async throws {
        let scheme = try await Scheme.ks()
        try await scheme.ready("drammen")
        _ = try await scheme.enter("Nora Nilsen", at: "drammen")
        _ = try await scheme.enter("Bjarte Berge", at: "bergen")
        scheme.installation.move(to: "2011-10-01T08:00:00Z")
        #expect(try await scheme.result(of: "ks-cohort-5").trainees == 1)
        try await scheme.ready("bergen")
        #expect(try await scheme.result(of: "ks-cohort-5").trainees == 2)
    }

    @Test func `a mentor in the line is refused on naming mentor, supervisor, manager and placement (KS11-22)`()
        async throws
    {
        let (scheme, trainee) = try await Scheme.ksWithTrainee()
        let unit = try await scheme.unit("Plan", of: "drammen")
        let halves = [
            line("1", "drammen", "2011-09-01", "2012-06-01"), line("2", "bergen", "2012-06-01", "2013-03-01"),
        ]
        #expect(try await scheme.plan(halves, for: trainee) == "")
        let placement = try #require(try await scheme.placements(of: trainee).first)
        let (mentor, supervisor) = ("/trainees/\(trainee)/mentor", "/placements/\(placement)/supervisor")

        #expect(try await scheme.name("boss@drammen.example", supervisor) == "")
        #expect(try await scheme.name("boss@drammen.example", mentor) == "mentor.in_line")
        #expect(try await scheme.name("mentor@drammen.example", mentor) == "")
        #expect(try await scheme.name("mentor@drammen.example", supervisor) == "supervisor.is_mentor")
        #expect(try await scheme.name("other@drammen.example", supervisor) == "")
        #expect(try await scheme.name("mentor@drammen.example", "/trainees/\(trainee)/line") == "line.is_mentor")

        let manager = try await scheme.holder("coordinator", of: "drammen").post(
            "/employers/drammen/units/\(unit)/manager", ["name": "M", "email": "mentor@drammen.example"])
        #expect(manager.said == "")
        let moved = [
            line("1", "drammen", "2011-09-01", "2012-06-01", unit: unit, id: placement),
            line("2", "bergen", "2012-06-01", "2013-03-01"),
        ]
        #expect(try await scheme.plan(moved, for: trainee) == "placement.breaks_mentor")
        #expect(try await scheme.name("outside@bergen.example", mentor) == "")
        #expect(try await scheme.plan(moved, for: trainee) == "")
        let late = try await scheme.holder("coordinator", of: "drammen").post(
            "/employers/drammen/units/\(unit)/manager", ["name": "O", "email": "outside@bergen.example"])
        #expect(late.said == "manager.is_mentor")
    }

    @Test func `two or three periods make a plan; one and four are refused (KS11-29)`() async throws {
        let (scheme, trainee) = try await Scheme.ksWithTrainee()
        let days = ["2011-09-01", "2012-01-01", "2012-06-01", "2012-10-01", "2013-03-01"]
        func plan(_ count: Int) async throws -> String {
            let ends = Array(days.dropFirst().prefix(count - 1)) + ["2013-03-01"]
            let lines = (0..<count).map { index in
                line("\(index + 1)", index % 2 == 0 ? "drammen" : "bergen", days[index], ends[index])
            }
            return try await scheme.plan(lines, for: trainee)
        }
        #expect(try await plan(1) == "placements placement.count")
        #expect(try await plan(2) == "")
        #expect(try await plan(3) == "")
        #expect(try await plan(4) == "placements placement.count")
        #expect(try await scheme.placements(of: trainee).count == 3)
    }

    @Test func `a period at KS lasts two months at most, has its own supervisor and is paid at home (KS11-30)`()
        async throws
    {
        let (scheme, trainee) = try await Scheme.ksWithTrainee()
        func plan(until end: String) async throws -> String {
            try await scheme.plan(
                [
                    line("1", "drammen", "2011-09-01", "2012-06-01"), line("ks-period", "ks", "2012-06-01", end),
                    line("2", "drammen", "2012-09-01", "2013-03-01"),
                ], for: trainee)
        }
        #expect(try await plan(until: "2012-09-01") == "placements[1].ends_before placement.too_long")
        #expect(try await plan(until: "2012-08-01") == "")
        let placements = try await scheme.trainee(trainee).list("placements")
        try #require(placements.map { $0.text("part") } == ["1", "ks-period", "2"])
        #expect(placements[1].text("host") == "ks" && placements[1].text("paid_by") == "employer")

        let supervisors = placements.map { "/placements/\($0.text("id"))/supervisor" }
        #expect(try await scheme.name("home@drammen.example", supervisors[0]) == "")
        #expect(try await scheme.name("home@drammen.example", supervisors[1]) == "supervisor.not_own")
        #expect(try await scheme.name("adviser@ks.example", supervisors[1]) == "")
        #expect(try await scheme.lead.get("/cohorts/ks-cohort-5/supervisor-gaps").list("placements").count == 1)
    }

    @Test func `six gatherings of at most three days, Brussels among them (KS11-32)`() async throws {
        let scheme = try await Scheme.ks()
        func gather(_ month: Int, days: Int = 3, kind: String = "gathering") async throws -> String {
            let (year, month) = month > 12 ? (2012, month - 12) : (2011, month)
            let start = "\(year)-\(month < 10 ? "0" : "")\(month)-0"
            return try await scheme.lead.post(
                "/cohorts/ks-cohort-5/gatherings",
                [
                    "kind": kind, "title": "Samling", "place": kind == "study_trip" ? "Brussel" : "Oslo",
                    "first_day": "\(start)1", "last_day": "\(start)\(days)",
                ]
            ).said
        }
        #expect(try await gather(9, days: 4) == "last_day gathering.too_long")
        for month in 9...13 { #expect(try await gather(month) == "") }
        #expect(try await gather(14, kind: "study_trip") == "")
        #expect(try await gather(15) == "gathering.too_many")
        let gatherings = try await scheme.lead.get("/cohorts/ks-cohort-5/gatherings").list("gatherings")
        #expect(gatherings.count == 6 && gatherings.last?.text("place") == "Brussel")
    }

    @Test func `content is fixed before a gathering, and not once it has begun (KS11-32)`() async throws {
        let scheme = try await Scheme.ks()
        let made = try await scheme.lead.post(
            "/cohorts/ks-cohort-5/gatherings",
            ["kind": "gathering", "title": "Samling", "first_day": "2011-09-20", "last_day": "2011-09-22"])
        let content = "/gatherings/\(made.made)/content"
        #expect(try await scheme.lead.post(content, ["content": "Etikk"]).said == "")
        scheme.installation.move(to: "2011-09-20T08:00:00Z")
        #expect(try await scheme.lead.post(content, ["content": "Noe annet"]).said == "gathering.begun")
        let gatherings = try await scheme.lead.get("/cohorts/ks-cohort-5/gatherings").list("gatherings")
        #expect(gatherings.map { $0.text("content") } == ["Etikk"])
    }

    @Test func `attendance at the employer seminar is counted employer by employer (KS11-31)`() async throws {
        let scheme = try await Scheme.ks()
        let made = try await scheme.lead.post(
            "/cohorts/ks-cohort-5/gatherings",
            ["kind": "employer_seminar", "title": "Seminar", "first_day": "2011-08-10", "last_day": "2011-08-10"])
        let path = "/gatherings/\(made.made)/employer-attendance"
        #expect(try await scheme.lead.post(path, ["employer": "drammen", "persons": 3]).said == "")
        #expect(try await scheme.lead.post(path, ["employer": "akershus", "persons": 1]).said == "")
        #expect(try await scheme.lead.post(path, ["employer": "oslo", "persons": 1]).said == "employer choice.unknown")
        let line = try #require(
            try await scheme.lead.get("/cohorts/ks-cohort-5/gatherings").list("gatherings").first)
        #expect(line.list("employers").map { $0.text("employer") } == ["akershus", "drammen"])
        #expect(line.list("employers").map { $0.number("persons") } == [1, 3])
    }

    @Test func `nine goals are told as n of 9 (KS11-34)`() async throws {
        let (scheme, trainee) = try await Scheme.ksWithTrainee()
        scheme.installation.move(to: "2011-10-10T08:00:00Z")
        for goal in ["ethics", "projects"] {
            let answer = try await scheme.lead.post("/trainees/\(trainee)/goals/\(goal)", ["on": "2011-10-01"])
            #expect(answer.said == "")
        }
        #expect(
            try await scheme.lead.post("/trainees/\(trainee)/goals/juggling", ["on": "2011-10-01"]).status == .notFound)
        let goals = try await scheme.lead.get("/trainees/\(trainee)/goals").object
        #expect(goals.number("reached") == 2 && goals.number("of") == 9)
    }
}
