import HTTPTypes
import KohortTesting
import Testing

extension RoundStory {
    /// To the second: what counts is when a request's headers had been read (KS11-3).
    mutating func theDeadlinePasses() async throws {
        try await comes("2027-02-14T22:00:00Z")
        #expect(try await lead.press(Self.round + "/release").status == .conflict)
        installation.move(to: "2027-02-14T22:59:59.999Z")
        let last = Applicant(399, installation)
        let counted = try await last.browser.sendSlowly(
            last.form(demands), to: Self.candidacies, whole: "2027-02-14T23:01:00Z")
        applicants.append(try await received(counted, of: last))
        let receipt = try await applicants[399].browser.open("\(applicants[399].own)/receipt")
        #expect(receipt.text.contains("14 februari 2027 kl. 23.59.59"))
        try await whatComesLaterIsRefused()
        applicants.sort { $0.number < $1.number }
        #expect(applicants.map(\.number) == Array(0..<400))
    }

    private func whatComesLaterIsRefused() async throws {
        installation.move(to: "2027-02-14T23:00:00Z")
        let late = Applicant(500, installation)
        let refused = try await late.browser.send(late.form(demands), to: Self.candidacies)
        #expect(refused.status == .conflict)
        #expect(refused.text.contains("We took applications until the end of") && refused.headers[.setCookie] == nil)
        let changing = try applicant(399)
        let change = try await changing.browser.send(changing.form(demands), to: "\(changing.own)/application")
        #expect(change.status == .conflict)
    }
}
