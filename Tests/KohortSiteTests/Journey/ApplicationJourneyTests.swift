import HTTPTypes
import KohortApp
import KohortTesting
import Testing

@testable import KohortSite

@Suite struct `An applicant from the form to the withdrawal` {
    @Test func `opens the form, sends it with a CV, and gets a receipt with a number`() async throws {
        let journey = try await Journey()
        let page = try await journey.get(Journey.form)
        #expect(page.status == .ok)
        #expect(page.text.contains("action=\"/norra-norrland\(Journey.candidacies)\" enctype=\"multipart/form-data\""))
        var form = journey.application
        for name in ["candidacy", "key"] {
            let hidden = page.text.split(separator: "name=\"\(name)\" value=\"").dropFirst().first
            form.fields[name] = String(try #require(hidden).prefix { $0 != "\"" })
        }
        let answer = try await journey.post(form)
        let candidacy = try #require(form.fields["candidacy"])
        #expect(answer.status == .seeOther)
        #expect(answer.location == "/norra-norrland/candidacies/\(candidacy)/receipt")
        let receipt = try await journey.get(answer.location, cookie: answer.signIn)
        #expect(receipt.status == .ok)
        #expect(receipt.text.contains("We have your application"))
        #expect(receipt.text.contains("<dt>Your number</dt><dd><strong>1</strong></dd>"))
        #expect(receipt.text.contains("<dd>alva@people.example</dd>"))
    }

    @Test func `the next one gets the next number, and the same form sent twice stays one`() async throws {
        let journey = try await Journey()
        let first = try await journey.applied()
        var again = journey.application
        again.fields["candidacy"] = "\(first.candidacy)"
        again.fields["key"] = try await journey.formKey(first.candidacy)
        #expect(try await journey.applied(again).candidacy == first.candidacy)
        var other = journey.application
        other.fields["email"] = "bo@people.example"
        let second = try await journey.applied(other)
        let receipt = try await journey.get("\(second.own)/receipt", cookie: second.cookie)
        #expect(receipt.text.contains("<strong>2</strong>"))
    }

    @Test func `the own page shows what was sent, to its applicant only`() async throws {
        let journey = try await Journey()
        let applied = try await journey.applied()
        let own = try await journey.get(applied.own, cookie: applied.cookie)
        #expect(own.status == .ok)
        for text in ["Number 1", "Alva Berg", "alva@people.example", "Luleå", "Engineer for roads", "cv.pdf"] {
            #expect(own.text.contains(text))
        }
        var form = journey.application
        form.fields["email"] = "bo@people.example"
        let other = try await journey.applied(form)
        for cookie in [nil, other.cookie] {
            let answer = try await journey.get(applied.own, cookie: cookie)
            #expect(answer.status != .ok)
            #expect(!answer.text.contains("alva@people.example"))
        }
    }

    @Test func `changes what was sent, but not to a name that is empty`() async throws {
        let journey = try await Journey()
        let applied = try await journey.applied()
        let form = try await journey.get("\(applied.own)/application?step=you", cookie: applied.cookie)
        #expect(form.text.contains("value=\"Alva Berg\""))
        var change = journey.application
        (change.cv, change.fields["name"], change.fields["place"]) = (nil, "", "Boden")
        let refused = try await journey.post(change, to: "\(applied.own)/application", cookie: applied.cookie)
        #expect(refused.status == .unprocessableContent)
        #expect(refused.text.contains("value=\"Boden\""))
        #expect(!(try await journey.get(applied.own, cookie: applied.cookie)).text.contains("Boden"))
        change.fields["name"] = "Alva Lund"
        let taken = try await journey.post(change, to: "\(applied.own)/application", cookie: applied.cookie)
        #expect(taken.status == .seeOther)
        #expect(taken.location == "/norra-norrland\(applied.own)")
        let own = try await journey.get(applied.own, cookie: applied.cookie)
        for text in ["Alva Lund", "Boden", "Number 1", "cv.pdf"] { #expect(own.text.contains(text)) }
        #expect(!own.text.contains("Alva Berg"))
    }

    @Test func `withdraws after a page that asks, and then has nothing more to change`() async throws {
        let journey = try await Journey()
        let applied = try await journey.applied()
        let path = "\(applied.own)/withdrawal"
        let question = try await journey.get(path, cookie: applied.cookie)
        #expect(question.text.contains("Yes, withdraw it"))
        #expect(!(try await journey.get(applied.own, cookie: applied.cookie)).text.contains(">Withdrawn<"))
        let answer = try await journey.press(path, cookie: applied.cookie)
        #expect(answer.status == .seeOther)
        #expect(answer.location == "/norra-norrland\(applied.own)")
        let own = try await journey.get(applied.own, cookie: applied.cookie)
        #expect(own.text.contains(">Withdrawn<"))
        #expect(!own.text.contains("\(applied.own)/application"))
        for step in ["application", "withdrawal"] {
            let gone = try await journey.get("\(applied.own)/\(step)", cookie: applied.cookie)
            #expect(gone.location == "/norra-norrland\(applied.own)")
        }
        #expect(try await journey.post(journey.application).status == .seeOther)
    }
}
