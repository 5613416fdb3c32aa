import HTTPTypes
import KohortApp
import KohortCore
import KohortStore
import KohortTesting
import Recruitment
import Testing

@testable import KohortSite

@Suite struct `An applicant with the link of the receipt` {
    @Test func `sees how the application stands, and nothing that it says`() async throws {
        let journey = try await Journey()
        let applied = try await journey.applied()
        let page = try await journey.get(try await journey.privateLink(applied.candidacy))
        #expect(page.status == .ok)
        #expect(page.headers[.setCookie] == nil)
        #expect(page.text.contains("Number 1") && page.text.contains("<span class=\"status good\">"))
        let secrets = ["Alva Berg", "alva@people.example", "Luleå", "cv.pdf", "Engineer for roads"]
        for text in secrets { #expect(!page.text.contains(text), "\(text)") }
        let own = try await journey.get(applied.own, cookie: applied.cookie)
        for text in secrets { #expect(own.text.contains(text), "\(text)") }
    }

    @Test func `is asked to press first, which signs in and leads to the own page`() async throws {
        let journey = try await Journey()
        let applied = try await journey.applied()
        let link = try await journey.privateLink(applied.candidacy)
        let asked = try await journey.press(link)
        #expect(asked.location == "/norra-norrland/sign-in/asked")
        for page in ["", "/application", "/withdrawal", "/receipt"] {
            #expect(try await journey.get(applied.own + page, cookie: asked.signIn).status == .unauthorized)
        }
        let mailed = try #require(try await journey.world.links(mailedTo: "alva@people.example").last)
        let question = try await journey.get(mailed, cookie: asked.signIn)
        #expect(question.status == .ok && question.headers[.setCookie] == nil)
        #expect(question.text.contains("<form method=\"post\" action=\"/norra-norrland\(mailed)\">"))
        let answer = try await journey.press(mailed, cookie: asked.signIn)
        #expect(answer.location == "/norra-norrland\(applied.own)")
        let cookie = try #require(answer.headers[.setCookie])
        for part in ["; HttpOnly", "; SameSite=Lax", "; Max-Age=604800"] { #expect(cookie.contains(part)) }
        for page in ["", "/application", "/withdrawal", "/receipt"] {
            #expect(try await journey.get(applied.own + page, cookie: answer.signIn).status == .ok)
        }
    }

    @Test func `cannot send a form with the link's key, and can with the form's own`() async throws {
        let journey = try await Journey()
        let applied = try await journey.applied()
        var form = journey.application
        form.fields["candidacy"] = "\(applied.candidacy)"
        form.fields["key"] = try await journey.privateLink(applied.candidacy).split(separator: "/").last
            .map(String.init)
        #expect(try await journey.applied(form).candidacy != applied.candidacy)
        form.fields["key"] = try await journey.formKey(applied.candidacy)
        #expect(try await journey.applied(form).candidacy == applied.candidacy)
    }

    @Test func `finds it gone once the application has ended`() async throws {
        let journey = try await Journey()
        let applied = try await journey.applied()
        let link = try await journey.privateLink(applied.candidacy)
        #expect(try await journey.get(link).status == .ok)
        let before = try await journey.get(applied.own, cookie: applied.cookie)
        #expect(before.text.contains(link))
        _ = try await journey.press("\(applied.own)/withdrawal", cookie: applied.cookie)
        let gone = try await journey.get(link)
        #expect(gone.status == .gone)
        #expect(gone.text.contains("The application has ended") && !gone.text.contains("A sign-in link"))
        #expect(!gone.text.contains("/sign-in?back=1"))
        let own = try await journey.get(applied.own, cookie: applied.cookie)
        #expect(own.status == .ok && !own.text.contains(link) && own.text.contains("/sign-out"))
        #expect(try await journey.press(link).status == .gone)
    }

    @Test func `finds the same nothing with a wrong key and with an unknown application`() async throws {
        let journey = try await Journey()
        let applied = try await journey.applied()
        let right = try await journey.privateLink(applied.candidacy)
        let unknown = try await journey.privateLink(CandidacyID.new(at: journey.world.now))
        let key = try #require(unknown.split(separator: "/").last)
        let wrong = "\(applied.own)/\(key)"
        let answers = [
            try await journey.get(wrong), try await journey.get(unknown),
            try await journey.press(wrong), try await journey.press(unknown),
        ]
        #expect(answers.map(\.status) == Array(repeating: .notFound, count: 4))
        #expect(answers.allSatisfy { $0.headers[.setCookie] == nil })
        let bodies = Set(answers.map { $0.text.replacing(/404 · [^<]+/, with: "404") })
        #expect(bodies.count == 1)
        #expect(Set(answers.map(\.text)).count == 4)
        #expect(try await journey.get(right).status == .ok)
        #expect(try await journey.press(right).status == .seeOther)
    }
}
