import HTTPTypes
import KohortTesting
import Testing

extension RoundStory {
    /// Each opens those it wants, judges them, with coded reasons where it says no, and lists them (KS11-12).
    mutating func employersQualifyAndRank() async throws {
        try await comes("2027-03-10T08:00:00Z")
        for (employer, wanted) in Selection.lists {
            for number in wanted {
                try await open(number, as: employer)
                #expect(try await judge(number, as: employer, [("verdict", "qualified")]).status == .seeOther)
                let rank = "\(try path(number, employer))/rank?round=first-call"
                #expect(try await coordinator(employer).press(rank).status == .seeOther)
            }
        }
        try await open(Selection.unwanted, as: "ornskoldsvik")
        let bare = try await judge(Selection.unwanted, as: "ornskoldsvik", [("verdict", "not_qualified")])
        #expect(bare.status == .unprocessableContent)
        let reasons = [("verdict", "not_qualified"), ("reasons", "language"), ("reasons", "incomplete")]
        #expect(try await judge(Selection.unwanted, as: "ornskoldsvik", reasons).status == .seeOther)
        try await aCVIsWhatWasSent()
    }

    /// Certified by the employers alone; the lead may arrange a list, which takes the certificate away (BR-4).
    mutating func rankingsAreLocked() async throws {
        for employer in Place.employers { #expect(try await certify(employer).status == .seeOther) }
        let certification = "/employer/umea/rankings/first-call/certification"
        #expect(try await lead.press(certification, [("seen", "")]).status == .notFound)
        let move = try await lead.press(
            "/employer/umea/rankings/first-call", [("down", try applicant(0).candidacy)])
        #expect(move.status == .seeOther)
        #expect(try await certify("umea").status == .seeOther)
        try await comes("2027-03-31T21:59:59.999Z")
        let up = [("up", try applicant(0).candidacy)]
        #expect(try await coordinator("umea").press("/employer/umea/rankings/first-call", up).status == .seeOther)
        #expect(try await certify("umea").status == .seeOther)
        installation.move(to: "2027-03-31T22:00:00Z")
        for browser in [lead, try coordinator("umea")] {
            let locked = try await browser.press(
                "/employer/umea/rankings/first-call", [("down", try applicant(0).candidacy)])
            #expect(locked.status == .conflict && locked.text.contains("Wednesday 31 March 2027"))
        }
    }

    private func open(_ number: Int, as employer: String) async throws {
        let page = try await coordinator(employer).open(try path(number, employer))
        #expect(page.status == .ok && page.text.contains("<h1>Åsa Ødegård \(number)</h1>"))
    }

    private func judge(_ number: Int, as employer: String, _ fields: [(String, String)]) async throws -> TestResponse {
        try await coordinator(employer).press("\(try path(number, employer))/assessment?round=first-call", fields)
    }

    private func path(_ number: Int, _ employer: String) throws -> String {
        "/employer/\(employer)/pool/\(try applicant(number).candidacy)"
    }

    /// As the page shows it: the form says which state of the list is certified.
    private func certify(_ employer: String) async throws -> TestResponse {
        let page = try await coordinator(employer).open("/employer/\(employer)/ranking?round=first-call")
        let seen = try #require(page.part(/name="seen" value="([0-9]+)"/))
        return try await coordinator(employer).press(
            "/employer/\(employer)/rankings/first-call/certification", [("seen", seen)])
    }

    private func aCVIsWhatWasSent() async throws {
        let browser = try coordinator("umea")
        let page = try await browser.open(try path(49, "umea"))
        let link = try #require(page.part(/href="([^"]+\/documents\/[^"]+)"/))
        #expect(try await browser.open(link).text == applicant(49).cv)
    }
}
