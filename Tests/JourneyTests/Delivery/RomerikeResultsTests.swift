import HTTPTypes
import KohortTesting
import Testing

/// ROM-8: the table that the committee knows.
@Suite struct `Romerike's results` {
    private func row(
        _ year: String, _ members: Int, _ trainees: Int, _ permanent: Int, share: Double, started: String
    ) -> ResultRow {
        ResultRow(
            cohort: year, slug: "lttr-\(year)", status: "finished", members: members, trainees: trainees,
            permanent: permanent, hired_share: share, ends: nil,
            targets: [
                "members": "met", "qualified_applicants": "unknown", "started": started, "completed": "unknown",
                "offered": "unknown", "accepted": "unknown",
            ],
            counts: [
                "qualified_applicants": nil, "completed": nil, "offered": nil, "accepted": nil,
                "permanently_hired": permanent,
            ])
    }

    @Test func `historic cohorts are held as totals, cell by cell (ROM-8)`() async throws {
        let scheme = try await Scheme.romerike()
        #expect(
            try await scheme.result(of: "lttr-2008") == row("2008", 10, 10, 8, share: 0.8, started: "met"))
        #expect(
            try await scheme.result(of: "lttr-2009") == row("2009", 10, 5, 5, share: 1, started: "not_met"))
        #expect(
            try await scheme.result(of: "lttr-2011") == row("2011", 13, 10, 8, share: 0.8, started: "met"))
        #expect(
            try await scheme.finished() == ResultsBody.Finished(trainees: 25, permanent: 21, hired_share: 0.84))
        #expect(try await scheme.lead.get("/cohorts/lttr-2011/trainees").status == .notFound)
    }

    @Test func `the cohort of 2013 is counted from its eight trainees and pending until it is closed`() async throws {
        let scheme = try await Scheme.romerike()
        let trainees = try await scheme.enterTheEight()
        scheme.installation.move(to: "2013-10-01T08:00:00Z")
        func expect(_ status: String) async throws {
            let row = try await scheme.result(of: "lttr-2013")
            #expect(row.status == status && row.members == 14 && row.trainees == 8)
            #expect(row.permanent == nil && row.hired_share == nil && row.ends == "2015-02-28")
            #expect(row.targets["members"] == "met" && row.targets["started"] == "not_met")
            for measure in ["completed", "offered", "accepted"] { #expect(row.targets[measure] == "pending") }
            #expect(try await scheme.finished().trainees == 25)
        }
        try await expect("running")
        scheme.installation.move(to: "2015-03-02T08:00:00Z")
        try await expect("to_be_closed")

        let students = scheme.holder("trainee")
        for (number, trainee) in trainees.enumerated() {
            #expect(try await scheme.lead.post("/cohorts/lttr-2013/closing").said == "cohort.trainees_open")
            try await scheme.finish(trainee, as: students)
            let path = "/trainees/\(trainee)"
            #expect(try await scheme.lead.post("\(path)/completion", ["on": "2015-02-28"]).said == "")
            for kind in number < 7 ? ["offered", "accepted", "permanently_hired"] : ["offered"] {
                let outcome = try await scheme.lead.post("\(path)/outcomes", ["kind": kind, "on": "2015-02-20"])
                #expect(outcome.said == "")
            }
        }
        try await expect("to_be_closed")
        #expect(try await scheme.lead.post("/cohorts/lttr-2013/closing").said == "")

        #expect(
            try await scheme.result(of: "lttr-2013")
                == ResultRow(
                    cohort: "2013", slug: "lttr-2013", status: "finished", members: 14, trainees: 8, permanent: 7,
                    hired_share: 0.875, ends: "2015-02-28",
                    targets: [
                        "members": "met", "qualified_applicants": "unknown", "started": "not_met",
                        "completed": "not_met", "offered": "met", "accepted": "met",
                    ],
                    counts: [
                        "qualified_applicants": nil, "completed": 8, "offered": 8, "accepted": 7,
                        "permanently_hired": 7,
                    ]))
        let finished = try await scheme.finished()
        #expect(finished == ResultsBody.Finished(trainees: 33, permanent: 28, hired_share: 28.0 / 33))
        let page = try await scheme.report()
        #expect(page.contains("88\u{a0}%") && page.contains("85\u{a0}%"))
        #expect(try await scheme.lead.post("/trainees/\(trainees[0])/removal").said == "trainee.ended")
    }

    @Test func `who leaves before the end has started and not completed`() async throws {
        let scheme = try await Scheme.romerike()
        let trainees = try await scheme.enterTheEight()
        scheme.installation.move(to: "2015-03-02T08:00:00Z")
        try await scheme.finish(trainees[0], as: scheme.holder("trainee"))
        let completion = try await scheme.lead.post("/trainees/\(trainees[0])/completion", ["on": "2015-02-28"])
        #expect(completion.said == "")
        for trainee in trainees.dropFirst() {
            let left = ["on": "2014-06-30", "reason": "moved"]
            #expect(try await scheme.lead.post("/trainees/\(trainee)/withdrawal", left).said == "")
        }
        #expect(try await scheme.lead.post("/cohorts/lttr-2013/closing").said == "")
        let row = try await scheme.result(of: "lttr-2013")
        #expect(row.trainees == 8 && row.counts["completed"] == 1 && row.permanent == 0)
    }

    @Test func `a trainee who is removed and a member who leaves change their cells`() async throws {
        let scheme = try await Scheme.romerike()
        let trainees = try await scheme.enterTheEight()
        scheme.installation.move(to: "2013-10-01T08:00:00Z")
        #expect(try await scheme.result(of: "lttr-2013").trainees == 8)
        #expect(try await scheme.lead.post("/trainees/\(trainees[7])/removal").said == "")
        #expect(try await scheme.result(of: "lttr-2013").trainees == 7)

        #expect(try await scheme.result(of: "lttr-2013").members == 14)
        let without = try Scheme.definition("romerike")
            .replacing("nrv-nra, roaf, oras\n", with: "nrv-nra, roaf\n")
            .replacing("totals: {members: 14, started: 8}", with: "totals: {members: 13, started: 8}")
        try await Scheme.apply(without, in: scheme.installation)
        #expect(try await scheme.result(of: "lttr-2013").members == 13)
    }

    @Test func `applicants stand as they are printed, 60 meeting the target and 42 not (ROM-9)`() async throws {
        let scheme = try await Scheme.romerike()
        let page = try await scheme.report(in: "en")
        #expect(page.contains("60 – 42. The target is 60 qualified: met – not met."))
    }

    @Test func `the renamed forum keeps the name that older reports know it by (ROM-1)`() async throws {
        let scheme = try await Scheme.romerike()
        let page = try await scheme.office(in: "nb").open("/staff/members").text
        #expect(page.contains("Forum") && page.contains("Lederforum") && page.contains("1. januar 2011"))
    }

    @Test func `the working committee hires the project leader, who reports to the forum as it does (ROM-1)`()
        async throws
    {
        let scheme = try await Scheme.romerike()
        let page = try await scheme.office(in: "en").open("/staff/members").text
        let facts = page.matches(of: /<dt>([^<]+)<\/dt><dd><p>([^<]+)<\/p>/).map { "\($0.output.1): \($0.output.2)" }
        #expect(facts == ["Is hired by: Working committee", "Reports to: Forum"])
        let row = try #require(page.firstMatch(of: /Working committee<\/th>(?:.|\n)*?<\/tr>/)).output
        #expect(row.contains(">Forum</td>"))
    }

    @Test func `a cohort that is not over cannot be closed`() async throws {
        let scheme = try await Scheme.romerike()
        _ = try await scheme.enterTheEight()
        scheme.installation.move(to: "2015-02-27T08:00:00Z")
        #expect(try await scheme.lead.post("/cohorts/lttr-2013/closing").said == "cohort.not_over")
    }
}
