import HTTPTypes
import KohortTesting
import Testing

@Suite struct `Romerike's cohort of 2013` {
    private static var parts: [[String: Any]] {
        [
            line("1", "fet", "2013-09-01", "2014-03-01"), line("2", "nittedal", "2014-03-01", "2014-09-01"),
            line("3", "fet", "2014-09-01", "2015-03-01"),
        ]
    }

    @Test func `part 2 at the host and part 3 elsewhere are refused (ROM-10)`() async throws {
        let scheme = try await Scheme.romerike()
        let trainee = try await scheme.enter("Eva Fet", at: "fet")
        var plan = Self.parts
        plan[1]["host"] = "fet"
        #expect(try await scheme.plan(plan, for: trainee) == "placements[1].host placement.host.another_member")
        plan = Self.parts
        plan[2]["host"] = "nittedal"
        #expect(try await scheme.plan(plan, for: trainee) == "placements[2].host placement.host.home")
        #expect(try await scheme.placements(of: trainee) == [])
        #expect(try await scheme.plan(Self.parts, for: trainee) == "")
    }

    @Test func `two companies of one membership are one member (ROM-7)`() async throws {
        let scheme = try await Scheme.romerike()
        let trainee = try await scheme.enter("Nina Nrv", at: "nrv")
        func plan(second: String) -> [[String: Any]] {
            [
                line("1", "nrv", "2013-09-01", "2014-03-01"), line("2", second, "2014-03-01", "2014-09-01"),
                line("3", "nrv", "2014-09-01", "2015-03-01"),
            ]
        }
        let refused = "placements[1].host placement.host.another_member"
        #expect(try await scheme.plan(plan(second: "nra"), for: trainee) == refused)
        #expect(try await scheme.plan(plan(second: "roaf"), for: trainee) == "")
    }

    @Test func `a mentor comes from another member, also when a rotation would make it otherwise (ROM-4)`()
        async throws
    {
        let scheme = try await Scheme.romerike()
        let trainee = try await scheme.enter("Eva Fet", at: "fet")
        scheme.installation.move(to: "2013-09-02T08:00:00Z")
        for employer in ["fet", "nittedal", "roaf"] {
            let own = scheme.holder("coordinator", of: employer)
            let named = ["name": "Mentor", "email": "mentor@\(employer).example"]
            #expect(try await own.post("/employers/\(employer)/mentors", named).said == "")
        }
        let mentor = "/trainees/\(trainee)/mentor"
        #expect(try await scheme.name("stranger@fet.example", mentor) == "mentor.not_in_pool")
        #expect(try await scheme.name("mentor@fet.example", mentor) == "mentor.own_member")
        #expect(try await scheme.name("mentor@nittedal.example", mentor) == "")
        #expect(try await scheme.trainee(trainee).list("mentors").map { $0.text("state") } == ["proposed"])

        #expect(try await scheme.plan(Self.parts, for: trainee) == "placement.breaks_mentor")
        var elsewhere = Self.parts
        elsewhere[1]["host"] = "enebakk"
        #expect(try await scheme.plan(elsewhere, for: trainee) == "")
        scheme.installation.move(to: "2013-09-03T08:00:00Z")
        #expect(try await scheme.name("mentor@roaf.example", mentor) == "")
        var again = Self.parts
        for (index, id) in try await scheme.placements(of: trainee).enumerated() { again[index]["id"] = id }
        #expect(try await scheme.plan(again, for: trainee) == "")
        let mentors = try await scheme.trainee(trainee).list("mentors")
        #expect(mentors.map { $0.text("state") } == ["proposed", "ended"])
        #expect(mentors.map { $0.text("employer") } == ["roaf", "nittedal"])
    }

    @Test func `a mentor who already has a trainee's host for employer is refused (ROM-4)`() async throws {
        let scheme = try await Scheme.romerike()
        let trainee = try await scheme.enter("Eva Fet", at: "fet")
        #expect(try await scheme.plan(Self.parts, for: trainee) == "")
        scheme.installation.move(to: "2013-09-02T08:00:00Z")
        let own = scheme.holder("coordinator", of: "nittedal")
        let named = ["name": "Mentor", "email": "mentor@nittedal.example"]
        #expect(try await own.post("/employers/nittedal/mentors", named).said == "")
        let mentor = "/trainees/\(trainee)/mentor"
        #expect(try await scheme.name("mentor@nittedal.example", mentor) == "mentor.in_organisation")
    }

    @Test func `no diploma before the project is passed and the evaluation given (ROM-11)`() async throws {
        let scheme = try await Scheme.romerike()
        let trainee = try await scheme.enter("Eva Fet", at: "fet")
        scheme.installation.move(to: "2015-02-01T08:00:00Z")
        let (path, students) = ("/trainees/\(trainee)", scheme.holder("trainee"))
        let diploma = "\(path)/documents/diploma"
        #expect(try await scheme.lead.post(diploma).said == "document.missing_project_assignment")
        _ = try await students.post("\(path)/project", ["title": "Overvann"])
        _ = try await students.post("\(path)/project/submission", ["summary": "Tiltak"])
        #expect(try await scheme.lead.post(diploma).said == "document.missing_project_assignment")
        _ = try await scheme.lead.post("\(path)/project/assessment", ["verdict": "passed"])
        #expect(try await scheme.lead.post(diploma).said == "document.missing_evaluation")
        #expect(try await scheme.trainee(trainee).texts("closing") == ["evaluation"])
        _ = try await students.post("\(path)/evaluations", ["text": "Nyttig"])
        #expect(try await scheme.lead.post(diploma).said == "")

        let issued = try #require(try await scheme.lead.get("\(path)/documents").list("documents").first)
        let verified = try await scheme.lead.get("/documents/\(issued.text("code"))").object
        #expect(verified.text("name") == "Eva Fet" && verified.text("kind") == "diploma")
        #expect(try await scheme.lead.get("/documents/2222-2222-2222").status == .notFound)
    }

    @Test func `the study trip comes beside the six gatherings (ROM-12)`() async throws {
        let scheme = try await Scheme.romerike()
        func gather(_ month: String, _ kind: String) async throws -> String {
            try await scheme.lead.post(
                "/cohorts/lttr-2013/gatherings",
                ["kind": kind, "title": "Samling", "first_day": "\(month)-05", "last_day": "\(month)-06"]
            ).said
        }
        for month in ["2013-09", "2013-11", "2014-01", "2014-03", "2014-05", "2014-09"] {
            #expect(try await gather(month, "gathering") == "")
        }
        #expect(try await gather("2014-10", "gathering") == "gathering.too_many")
        #expect(try await gather("2014-11", "study_trip") == "")
        #expect(try await gather("2014-12", "study_trip") == "gathering.too_many_trips")
    }

    @Test func `talks have no cadence here, and the pool shows every member's mentors (ROM-2)`() async throws {
        let scheme = try await Scheme.romerike()
        let trainee = try await scheme.enter("Eva Fet", at: "fet")
        let talks = try await scheme.lead.get("/trainees/\(trainee)/talks").object
        #expect(talks.number("held") == 0 && talks["expected"] is Int == false)
        scheme.installation.move(to: "2013-09-02T08:00:00Z")
        let roaf = scheme.holder("coordinator", of: "roaf")
        _ = try await roaf.post("/employers/roaf/mentors", ["name": "Moa", "email": "moa@roaf.example"])
        let fet = scheme.holder("coordinator", of: "fet")
        #expect(try await fet.get("/mentors").list("mentors").map { $0.text("employer") } == ["roaf"])
    }
}
