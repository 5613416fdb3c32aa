import HTTPTypes
import KohortTesting
import Testing

extension RoundStory {
    /// Acceptance and refusal. One acceptance closes the rest here (BR-7), and the places go to the next in rank.
    mutating func candidatesAnswer() async throws {
        try await comes("2027-04-07T08:00:00Z")
        #expect(try await answer(0, to: "ornskoldsvik", "acceptance").status == .seeOther)
        try await theOtherOfferHasFallenAway()
        try await oneAnswersTwiceAtOnce()
        let declined = try await answer(49, to: "umea", "refusal", [("reason", "studies")])
        #expect(declined.status == .seeOther)
        let winner = try #require(try await website.offers().first { $0.organisation.slug == "pitea" })
        let inPitea = try #require(applicants.first { $0.candidacy == winner.candidacy }?.number)
        let accepting = [(56, "umea"), (50, "skelleftea"), (52, "norsjo"), (53, "vannas"), (54, "nordmaling")]
        for (number, employer) in accepting + [(55, "alvsbyn"), (inPitea, "pitea")] {
            #expect(try await answer(number, to: employer, "acceptance").status == .seeOther)
        }
        for next in [63, 70] {
            #expect(try await offer("umea", 2, next).status == .seeOther)
            #expect(try await answer(next, to: "umea", "acceptance").status == .seeOther)
        }
        #expect(try await offer("umea", 2, 77).status == .conflict)
    }

    /// Until the end of the day; the schedule marks it, and the next in rank gets the place.
    mutating func anOfferExpires() async throws {
        let late = try await website.offers().first { $0.state == "open" }
        #expect(try late?.candidacy == applicant(57).candidacy)
        installation.move(to: "2027-04-12T21:59:59.999Z")
        await installation.letTimeWork()
        #expect(try await website.offers().count { $0.state == "open" } == 1)
        installation.move(to: "2027-04-12T22:00:00Z")
        let refused = try await answer(57, to: "skelleftea", "acceptance")
        #expect(refused.status == .conflict)
        await installation.letTimeWork()
        #expect(try await website.offers().first { $0.id == late?.id }?.state == "expired")
        try await comes("2027-04-13T08:00:00Z")
        #expect(try await offer("skelleftea", 3, 64).status == .seeOther)
        #expect(try await answer(64, to: "skelleftea", "acceptance").status == .seeOther)
    }

    private func theOtherOfferHasFallenAway() async throws {
        let candidacy = try applicant(0).candidacy
        let other = try await website.offers().first { $0.organisation.slug == "umea" && $0.candidacy == candidacy }
        #expect(other?.state == "withdrawn" && other?.reason == "other_accepted")
        // The receipt's link ended with the candidacy; the address still opens it.
        let applicant = try applicant(0)
        #expect(try await applicant.browser.open(applicant.link).status == .gone)
        let browser = try await applicant.browser.signedIn(byAddress: applicant.email)
        #expect(try await browser.press(try await offer(0, "umea") + "/acceptance").status == .conflict)
    }

    /// An impatient press: the second says that it is answered, and one acceptance stands.
    private func oneAnswersTwiceAtOnce() async throws {
        let path = try await offer(1, "ornskoldsvik") + "/acceptance"
        let browser = try await applicant(1).signedIn()
        async let first = browser.press(path).status
        async let second = browser.press(path).status
        let statuses = try await [first, second]
        #expect(Set(statuses) == [.seeOther, .conflict])
    }

    /// By the link of the offer's letter, and the offer's own page.
    private func answer(
        _ number: Int, to employer: String, _ word: String, _ fields: [(String, String)] = []
    ) async throws -> TestResponse {
        let path = try await offer(number, employer)
        let browser = try await applicant(number).signedIn()
        #expect(try await browser.open(path).status == .ok)
        return try await browser.press("\(path)/\(word)", fields)
    }

    /// The page of an offer.
    private func offer(_ number: Int, _ employer: String) async throws -> String {
        let applicant = try applicant(number)
        let offer = try await website.offers().first {
            $0.organisation.slug == employer && $0.candidacy == applicant.candidacy
        }
        return "\(applicant.own)/offers/\(try #require(offer).id)"
    }
}
