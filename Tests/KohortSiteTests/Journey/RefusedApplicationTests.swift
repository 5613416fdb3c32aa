import HTTPTypes
import KohortApp
import KohortCore
import KohortTesting
import Testing

@testable import KohortSite

@Suite struct `An applicant whose form is refused` {
    @Test func `comes at midnight, while one a millisecond before is taken`() async throws {
        let journey = try await Journey()
        journey.world.move(to: "2027-02-14T22:59:59.999Z")
        #expect(journey.world.now.milliseconds % 1000 == 999)
        #expect(try await journey.post(journey.application).status == .seeOther)
        journey.world.move(to: "2027-02-14T23:00:00Z")
        var late = journey.application
        late.fields["email"] = "bo@people.example"
        let answer = try await journey.post(late)
        #expect(answer.status == .conflict)
        #expect(answer.headers[.setCookie] == nil)
        #expect(answer.text.contains("Applications are closed"))
        #expect(answer.text.contains("after the deadline. It has not been saved."))
        #expect(try await journey.get(Journey.form).text.contains("Applications are closed"))
    }

    @Test func `calls a page of HTML a PDF, and keeps all that was typed`() async throws {
        let journey = try await Journey()
        var form = journey.application
        form.cv = JourneyForm.html
        let answer = try await journey.post(form)
        #expect(answer.status == .unprocessableContent)
        #expect(answer.text.contains("cv.pdf cannot be used. Save it as a PDF and try again."))
        for text in ["value=\"Alva Berg\"", "value=\"alva@people.example\"", "value=\"Luleå\"", "I want to build."] {
            #expect(answer.text.contains(text))
        }
        #expect(answer.text.contains("<option value=\"\(journey.story.demands.ornskoldsvik)\" selected>"))
        #expect(!answer.text.contains("name=\"kept\""))
        form.cv = JourneyForm.pdf
        #expect(try await journey.post(form).status == .seeOther)
    }

    @Test func `keeps the file that arrived, and is told when it is there no longer`() async throws {
        let journey = try await Journey()
        var form = journey.application
        form.fields["name"] = ""
        let refused = try await journey.post(form)
        for name in ["candidacy", "key", "kept"] { form.fields[name] = try value(of: name, in: refused.text) }
        (form.cv, form.fields["name"]) = (nil, "Alva Berg")
        try await journey.world.sweepFiles(at: Instant.now.adding(days: 2))
        let gone = try await journey.post(form)
        #expect(gone.status == .unprocessableContent)
        #expect(gone.text.contains("We no longer have cv.pdf, since the form has been open for long."))
        form.cv = JourneyForm.pdf
        form.fields["kept"] = nil
        #expect(try await journey.post(form).status == .seeOther)
    }

    @Test func `sends the rest without the file that arrived, which is kept for a day`() async throws {
        let journey = try await Journey()
        var form = journey.application
        form.fields["name"] = ""
        let refused = try await journey.post(form)
        for name in ["candidacy", "key", "kept"] { form.fields[name] = try value(of: name, in: refused.text) }
        (form.cv, form.fields["name"]) = (nil, "Alva Berg")
        try await journey.world.sweepFiles(at: Instant.now.adding(.seconds(23 * 60 * 60)))
        #expect(try await journey.post(form).status == .seeOther)
    }

    private func value(of name: String, in page: String) throws -> String {
        let field = try #require(page.split(separator: "name=\"\(name)\"").dropFirst().first)
        let value = try #require(field.split(separator: "value=\"").dropFirst().first)
        return String(value.prefix { $0 != "\"" }).replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
    }

    @Test func `has no CV, and then has one`() async throws {
        let journey = try await Journey()
        var form = journey.application
        form.cv = nil
        let answer = try await journey.post(form)
        #expect(answer.status == .unprocessableContent)
        #expect(answer.text.contains("id=\"field-cv-problem\""))
        form.cv = JourneyForm.pdf
        #expect(try await journey.post(form).status == .seeOther)
    }

    @Test func `sends a body that another boundary parts`() async throws {
        let journey = try await Journey()
        var form = journey.application
        form.boundaries.said = "----another"
        #expect(try await journey.post(form).status == .badRequest)
        form.boundaries.written = "----another"
        #expect(try await journey.post(form).status == .seeOther)
    }

    @Test func `sends a body without an end`() async throws {
        let journey = try await Journey()
        var form = journey.application
        form.hasEnd = false
        #expect(try await journey.post(form).status == .badRequest)
        form.hasEnd = true
        #expect(try await journey.post(form).status == .seeOther)
    }

    @Test func `has a name that reaches for an attribute, which stays text on every page`() async throws {
        let journey = try await Journey()
        var form = journey.application
        form.fields["name"] = "\"\u{301} onfocus=alert(1)"
        form.cv = nil
        let refused = try await journey.post(form)
        let isEscaped = refused.holds("value=\"&quot;\u{301} onfocus=alert(1)\"")
        let isBare = refused.holds("\"\u{301}")
        #expect(refused.status == .unprocessableContent)
        #expect(isEscaped)
        #expect(!isBare)
        form.cv = JourneyForm.pdf
        let applied = try await journey.applied(form)
        let own = try await journey.get(applied.own, cookie: applied.cookie)
        let isText = own.holds("&quot;\u{301} onfocus=alert(1)<")
        let isBroken = own.holds("\"\u{301}")
        #expect(own.status == .ok)
        #expect(isText)
        #expect(!isBroken)
    }
}
