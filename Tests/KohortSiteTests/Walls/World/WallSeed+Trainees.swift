import Delivery
import Foundation
import KohortApp
import KohortCore
import KohortStore
import Tenancy

@testable import KohortSite

extension WallSeed {
    /// Trainees of both employers in the cohort that runs and in those that are over, and what is theirs.
    mutating func follow() async throws {
        for number in 1...5 {
            captures["gathering.\(number)"] = try await tenant.made(
                "/cohorts/run/gatherings",
                #"""
                {"kind":"gathering","title":"\#(secret) gathering \#(number)","place":"\#(secret)",\#
                "first_day":"2027-0\#(number + 2)-01","last_day":"2027-0\#(number + 2)-02"}
                """#, by: lead)
        }
        captures["cancelGathering.gathering"] = captures["gathering.3"]
        let held = #"{"kind":"gathering","title":"\#(secret) past","first_day":"2026-11-03","last_day":"2026-11-04"}"#
        captures["gathering"] = try await tenant.made("/cohorts/run/gatherings", held, by: lead)
        for (name, day) in [("seminar", "2026-10-12"), ("seminar.2", "2026-10-13")] {
            let seminar =
                #"{"kind":"employer_seminar","title":"\#(secret)","first_day":"\#(day)","last_day":"\#(day)"}"#
            captures[name] = try await tenant.made("/cohorts/run/gatherings", seminar, by: lead)
        }
        for cohort in ["run", "over-1", "over-2", "over-3", "over-4"] {
            for (employer, token) in [("north", north), ("south", south)] {
                try await tenant.made("/cohorts/\(cohort)/aims", #"{"employer":"\#(employer)"}"#, by: token)
            }
        }
        for number in 1...9 { try await enter(number, "north", "run") }
        for number in 10...11 { try await enter(number, "south", "run") }
        try await enter(12, "north", "over-1")
        for number in 14...15 { try await enter(number, "north", "over-3") }
        try await enter(13, "north", "over-2")
        try await enter(16, "south", "over-4")
    }

    private mutating func enter(_ number: Int, _ employer: String, _ cohort: String) async throws {
        let address = "\(secret)-trainee-\(number)@people.example"
        let trainee = try await tenant.made(
            "/cohorts/\(cohort)/trainees",
            #"""
            {"name":"\#(secret) trainee \#(number)","email":"\#(address)","employer":"\#(employer)",\#
            "field":"\#(secret)","contract":"permanent"}
            """#, by: lead)
        captures["trainee.\(number)"] = trainee
        if number == 9 { return }
        let year = cohort == "run" ? 2026 : 2025
        let away = employer == "north" ? "south" : "north"
        try await tenant.made(
            "/trainees/\(trainee)/placements",
            #"""
            {"placements":[\#
            {"part":"1","host":"\#(employer)","starts_on":"\#(year)-09-01","ends_before":"\#(year + 1)-06-01"},\#
            {"part":"2","host":"\#(away)","starts_on":"\#(year + 1)-06-01","ends_before":"\#(year + 1)-09-01"}]}
            """#, by: lead)
        let shown = try await tenant.members("/trainees/\(trainee)", by: lead)
        let placements = (shown["placements"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }
        captures["placement.\(number)"] = placements.first
        if number == 1 { (captures["trainee"], captures["placement"]) = (trainee, placements.first) }
        guard number <= 4 || number > 11 else { return }
        try await accompany(number, trainee, placements, of: employer)
    }

    /// Mentor, supervisor, talk, plan, project, evaluation, education, leave, goal, line.
    private mutating func accompany(
        _ number: Int, _ trainee: String, _ placements: [String], of employer: String
    ) async throws {
        let (own, placement) = ("/trainees/\(trainee)", "/placements/\(placements[0])")
        func contact(_ role: String) -> String {
            #""name":"\#(secret) \#(role)","email":"\#(secret)-\#(role)\#(role.hasSuffix("2") ? "" : "-\(number)")@work.example""#
        }
        let mentorship = try await tenant.made(
            "\(own)/mentor", "{\(contact(number == 3 || number == 4 ? "mentor-2" : "mentor")),\"employer\":\"south\"}",
            by: lead)
        if number == 1 { captures["mentorship"] = mentorship }
        if number == 2 { captures["endMentorship.mentorship"] = mentorship }
        try await tenant.made("\(placement)/supervisor", "{\(contact("supervisor"))}", by: lead)
        try await tenant.made("\(own)/line", "{\(contact("line"))}", by: lead)
        try await tenant.made(
            "\(own)/evaluations", #"{"text":"\#(secret) evaluation in \#(employer)"}"#, by: self.trainee)
        try await tenant.made("\(own)/project", #"{"title":"\#(secret) project"}"#, by: self.trainee)
        try await tenant.made("\(own)/project/submission", #"{"summary":"\#(secret) summary"}"#, by: self.trainee)
        guard number <= 2 else { return }
        try await tenant.made(
            "\(placement)/plan",
            #"{"responsibilities":"\#(secret)","tasks":"\#(secret)","goals":["\#(secret)"]}"#, by: supervisor)
        try await tenant.made(
            "\(own)/education", #"{"held_on":"2026-10-05","hours":8,"about":"\#(secret)"}"#, by: self.trainee)
        captures["cancelLeave.leave"] = try await tenant.made(
            "\(own)/leaves", #"{"starts_on":"2026-10-19","ends_before":"2026-10-21","reason":"care"}"#, by: lead)
        let gathering = captures["gathering.2"] ?? ""
        try await tenant.made(
            "/gatherings/\(gathering)/preparations", #"{"trainee":"\#(trainee)","note":"\#(secret)"}"#, by: north)
    }

    /// Who signs in, on the day that is looked at.
    mutating func signIn() async throws {
        let (north, south) = (try await tenant.organisation("north"), try await tenant.organisation("south"))
        func come(_ caller: Caller, _ address: String, _ role: Role, _ scope: GrantScope) async throws {
            credentials[caller] = Credential(cookie: try await tenant.cookie(address, role, on: scope))
        }
        try await come(.lead, "\(secret)-lead@office.example", .lead, .consortium)
        try await come(.north, "\(secret)-north@office.example", .coordinator, .organisation(north))
        try await come(.south, "\(secret)-south@office.example", .coordinator, .organisation(south))
        try await come(.committee, "\(secret)-committee@office.example", .committee, .consortium)
        try await come(.finance, "\(secret)-finance@office.example", .finance, .organisation(north))
        guard let trainee = captures["trainee"].flatMap({ TraineeID($0) }),
            let placement = captures["placement"].flatMap({ PlacementID($0) })
        else { throw Rejection.notFound }
        try await come(.trainee, "\(secret)-trainee-1@people.example", .trainee, .trainee(trainee))
        let applicants = [(Caller.applicant, "open.candidacy", "open-1"), (.accepting, "pool.candidacy.2", "pool-2")]
        let ending = [(Caller.refusing, "pool.candidacy.3", "pool-3"), (.withdrawing, "open.candidacy.3", "open-3")]
        for (caller, name, mailbox) in applicants + ending {
            guard let candidacy = captures[name].flatMap({ CandidacyID($0) }) else { continue }
            credentials[caller] = Credential(
                cookie: try await tenant.applicant(candidacy, "\(secret)-\(mailbox)@people.example"))
        }
        try await come(.mentor, "\(secret)-mentor-1@work.example", .mentor, .trainee(trainee))
        try await accept()
        if captures["retractTalk.talk"] == nil {
            captures["retractTalk.talk"] = try await tenant.made(
                "/trainees/\(trainee)/talks", #"{"held_on":"2026-12-01"}"#, by: mentor)
        }
        for _ in 1...3 { try await come(.asked, "\(secret)-mentor-2@work.example", .committee, .consortium) }
        try await come(.leaving, "\(secret)-leaving@office.example", .committee, .consortium)
        try await come(.supervisor, "\(secret)-supervisor-1@work.example", .supervisor, .placement(placement))
        credentials[.integration] = Credential(token: try await tenant.token(.integration))
    }

    /// The first trainee's mentor says yes; a twin's has.
    private func accept() async throws {
        guard let mentorship = captures["mentorship"], let mentor = credentials[.mentor] else { return }
        let path = "/\(tenant.slug)/trainees/\(captures["trainee"] ?? "")/mentors/\(mentorship)/acceptance"
        _ = try await site.press(path, as: mentor)
    }
}
