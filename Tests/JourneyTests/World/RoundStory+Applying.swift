import HTTPTypes
import KohortTesting
import Testing

extension RoundStory {
    static let candidacies = "/rounds/first-call/candidacies"

    /// These people open the form, fill it in and send it, many at once.
    mutating func apply(_ numbers: some Sequence<Int>) async throws {
        let story = self
        applicants += try await withThrowingTaskGroup(of: Applicant.self) { group in
            var applied: [Applicant] = []
            for (index, number) in numbers.enumerated() {
                if index >= 8, let one = try await group.next() { applied.append(one) }
                group.addTask { try await story.apply(Applicant(number, story.installation)) }
            }
            return try await group.reduce(into: applied) { $0.append($1) }
        }
    }

    /// From the form to the receipt and the own page, each in the applicant's language.
    func apply(_ applicant: Applicant) async throws -> Applicant {
        let form = try await applicant.browser.open("/rounds/first-call/application")
        #expect(form.text.contains("<html lang=\"\(applicant.browser.language)\">"))
        let sent = try await applicant.browser.send(applicant.form(demands), to: Self.candidacies)
        return try await received(sent, of: applicant)
    }

    /// What an applicant has in hand once an application was taken.
    func received(_ answer: TestResponse, of applicant: Applicant) async throws -> Applicant {
        #expect(answer.status == .seeOther)
        var applicant = applicant
        applicant.candidacy = try #require(answer.location.split(separator: "/").dropFirst(2).first.map(String.init))
        applicant.browser = applicant.browser.signedIn(by: answer)
        let receipt = try await applicant.browser.open("\(applicant.own)/receipt")
        #expect(receipt.text.contains(applicant.receiptTitle) && receipt.text.contains("<dd>\(applicant.email)</dd>"))
        let own = try await applicant.browser.open(applicant.own)
        #expect(own.text.contains(applicant.name) && own.text.contains(applicant.keptUntil))
        applicant.link = try #require(own.part(/<p class="small"><a href="([^"]+)">/))
        return applicant
    }
}
