import HTTPTypes
import KohortTesting
import Testing

/// The forms of a trainee's pages that no other story fills in.
@Suite struct `The forms of a trainee's pages` {
    private func at(_ start: String) async throws -> (Scheme, office: Browser, path: String) {
        let (scheme, trainee) = try await Scheme.ksWithTrainee()
        scheme.installation.move(to: start)
        return (scheme, try await scheme.office(in: "en"), "/trainees/\(trainee)")
    }

    @Test func `a point of the checklist is ticked with its day and taken back; a point that is none is refused`()
        async throws
    {
        let (_, office, path) = try await at("2011-09-20T08:00:00Z")
        #expect(try await !office.open("\(path)/closing").text.contains("20 September 2011"))
        #expect(try await office.press("\(path)/checklist/contact").status == .seeOther)
        #expect(try await office.open("\(path)/closing").text.contains("20 September 2011"))
        #expect(try await office.press("\(path)/checklist/juggling").status == .unprocessableContent)
        #expect(try await office.press("\(path)/checklist/contact/removal").status == .seeOther)
        #expect(try await !office.open("\(path)/closing").text.contains("20 September 2011"))
    }

    @Test func `a probation is extended to a last day, with a reason; both are asked for where one lacks`() async throws
    {
        let (_, office, path) = try await at("2011-09-20T08:00:00Z")
        #expect(try await office.open("\(path)/leaves").text.contains("The probation lasts to 29 February 2012."))
        let silent = try await office.press("\(path)/probation", [("last_day", "2012-04-30"), ("reason", "")])
        #expect(silent.status == .unprocessableContent && silent.text.contains("value=\"2012-04-30\""))
        #expect(silent.text.contains("href=\"#field-extend-reason\""))
        let earlier = try await office.press("\(path)/probation", [("last_day", "2012-02-29"), ("reason", "Illness")])
        #expect(earlier.text.contains("href=\"#field-extend-last_day\"") && earlier.text.contains("value=\"Illness\""))
        let right = try await office.press("\(path)/probation", [("last_day", "2012-03-01"), ("reason", "Illness")])
        #expect(right.status == .seeOther)
        #expect(try await office.open("\(path)/leaves").text.contains("The probation lasts to 1 March 2012."))
    }

    @Test(arguments: [("2012-02-29T08:00:00Z", true), ("2012-03-01T08:00:00Z", false)])
    func `a probation has its form on its last day, and none when it is over`(now: String, hasForm: Bool) async throws {
        let (_, office, path) = try await at(now)
        let page = try await office.open("\(path)/leaves").text
        #expect(page.contains("\(path)/leaves\"") && page.contains("\(path)/probation\"") == hasForm)
    }

    @Test func `a day's education is noted; hours that a day does not have are refused with what was typed`()
        async throws
    {
        let (_, office, path) = try await at("2011-09-20T08:00:00Z")
        func note(_ day: String, _ hours: String) async throws -> TestResponse {
            try await office.press("\(path)/education", [("held_on", day), ("hours", hours), ("about", "Law")])
        }
        for (day, hours, field) in [
            ("2011-09-19", "25", "hours"), ("2011-09-19", "some", "hours"), ("2011-09-21", "8", "held_on"),
            ("2011-02-30", "8", "held_on"),
        ] {
            let refused = try await note(day, hours)
            #expect(refused.status == .unprocessableContent && refused.text.contains("value=\"Law\""))
            #expect(refused.text.contains("href=\"#field-educate-\(field)\""), "\(day), \(hours)")
        }
        #expect(try await note("2011-09-19", "7").status == .seeOther)
        #expect(try await office.open("\(path)/goals").text.contains("7 hours are noted."))
    }

    @Test func `a certificate is the employer's to issue, once, and can be verified`() async throws {
        let (scheme, office, path) = try await at("2013-02-28T08:00:00Z")
        struct Answer: Decodable { let link: String }
        let invited: Answer = try await scheme.installation.ask(
            "MakeInvitation",
            [
                "tenant": "ks", "email": "kim@drammen.example", "name": "Kim", "role": "coordinator",
                "organisation": "drammen", "language": "en",
            ])
        let employer = try await Browser(installation: scheme.installation, tenant: "ks", language: "en")
            .signedIn(by: invited.link)
        #expect(try await office.press("\(path)/certificates").status == .forbidden)
        #expect(try await employer.press("\(path)/certificates").status == .seeOther)
        #expect(try await employer.press("\(path)/certificates").status == .conflict)
        let closing = try await employer.open("\(path)/closing").text
        let document = try #require(closing.firstMatch(of: /href="([^"]+\/documents\/[^"]+)"/)).output.1
        let shown = try await employer.open(String(document)).text
        #expect(shown.contains("Certificate of service") && shown.contains("Nora Nilsen"))
        let code = try #require(shown.firstMatch(of: /class="code">([^<]+)</)).output.1
        #expect(try await office.open("/verification?code=\(code)").text.contains("is real."))
    }
}
