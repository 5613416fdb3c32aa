import HTTPTypes
import KohortTesting
import Testing

extension RoundStory {
    /// 400 persons with CVs, in three waves, each in their language (NOR-2); some by way of a draft, a change or a
    /// withdrawal.
    mutating func fourHundredApply() async throws {
        installation.move(to: "2027-01-11T08:00:00Z")
        try await apply(0..<150)
        let change = try await somebodyChangesTheirMind()
        let drafts = try await someSaveDrafts(395..<399)
        installation.move(to: "2027-02-01T08:00:00Z")
        try await apply(150..<300)
        try await somebodyWithdraws()
        installation.move(to: "2027-02-14T18:00:00Z")
        try await apply(300..<394)
        try await sendIn(drafts)
        #expect(try await change.signedIn().open(change.own).text.contains("Kiruna"))
        try await aSecondApplicationCountsNothing()
    }

    private func somebodyChangesTheirMind() async throws -> Applicant {
        let changing = try applicant(10)
        var form = changing.form(demands)
        form.cv = nil
        form.fields = form.fields.map { $0.name == "place" ? ("place", "Kiruna") : $0 }
        #expect(try await changing.browser.send(form, to: "\(changing.own)/application").status == .seeOther)
        return changing
    }

    /// Without a number and in nobody's count, and with a date to be purged after from the first day.
    private func someSaveDrafts(_ numbers: Range<Int>) async throws -> [Applicant] {
        var drafts: [Applicant] = []
        for number in numbers {
            var draft = Applicant(number, installation)
            let saved = try await draft.browser.send(draft.form(demands, intent: "draft"), to: Self.candidacies)
            draft.candidacy = try #require(saved.location.split(separator: "/").last.map(String.init))
            draft.browser = draft.browser.signedIn(by: saved)
            let own = try await draft.browser.open(draft.own)
            #expect(own.text.contains(draft.keptUntil))
            draft.link = try #require(own.part(/<p class="small"><a href="([^"]+)">/))
            drafts.append(draft)
        }
        return drafts
    }

    /// Four weeks later, by the link of the mail.
    private mutating func sendIn(_ drafts: [Applicant]) async throws {
        for var draft in drafts {
            draft.browser = try await draft.signedIn()
            let sent = try await draft.browser.send(draft.form(demands), to: "\(draft.own)/application")
            #expect(sent.location == "/\(Self.tenant)\(draft.own)/receipt")
            applicants.append(draft)
        }
    }

    /// One for good, and one who comes again: one person with two candidacies.
    private mutating func somebodyWithdraws() async throws {
        for number in [400, 394] {
            let leaving = try await apply(Applicant(number, installation))
            #expect(try await leaving.browser.press("\(leaving.own)/withdrawal").status == .seeOther)
            #expect(try await leaving.browser.open(leaving.own).text.contains(leaving.keptUntil))
        }
        try await apply([394])
    }

    private func aSecondApplicationCountsNothing() async throws {
        let again = Applicant(20, installation)
        #expect(try await again.browser.send(again.form(demands), to: Self.candidacies).status == .seeOther)
    }

    func applicant(_ number: Int) throws -> Applicant { try #require(applicants.first { $0.number == number }) }
}
