import HTTPTypes
import KohortCore
import KohortTesting
import KohortWeb
import Testing

@testable import KohortSite

@Suite struct `An applicant who applies step by step` {
    private let journey: Journey
    private let start: JourneyForm

    init() async throws {
        journey = try await Journey()
        var form = JourneyForm(wish: journey.story.demands.ornskoldsvik)
        form.cv = nil
        form.fields = [
            "step": "you", "intent": "next", "name": "Alva Berg", "email": "alva@people.example",
            "phone": "+46 70 000 00 00", "place": "Luleå",
        ]
        start = form
    }

    /// A draft with its first step kept, as its applicant holds it.
    private func begun(_ more: [String: String] = [:]) async throws -> (path: String, cookie: String) {
        var form = start
        form.fields.merge(more) { $1 }
        let answer = try await journey.post(form)
        #expect(answer.status == .seeOther)
        let path = String(answer.location.prefix { $0 != "?" }.dropFirst("/norra-norrland".count))
        #expect(answer.location == "/norra-norrland\(path)?step=education")
        return (path, try #require(answer.signIn))
    }

    private func step(_ fields: [String: String], _ own: (path: String, cookie: String), cv: String? = nil)
        async throws -> TestResponse
    {
        var form = start
        (form.fields, form.cv) = (fields, cv)
        return try await journey.post(form, to: own.path, cookie: own.cookie)
    }

    @Test func `is kept at each step, looks over, and gets a receipt`() async throws {
        let own = try await begun()
        let demand = "\(journey.story.demands.ornskoldsvik)"
        let education = [
            "step": "education", "intent": "next", "education_level": "master", "education_field": "Roads",
        ]
        #expect(try await step(education, own).location.hasSuffix("?step=wishes"))
        #expect(try await step(["step": "wishes", "add": demand], own).location.hasSuffix("?step=wishes#wishes"))
        #expect(
            try await step(["step": "wishes", "wishes": demand, "intent": "next"], own).location.hasSuffix(
                "?step=files"))
        let files = try await step(["step": "files", "intent": "next"], own, cv: JourneyForm.pdf)
        #expect(files.location.hasSuffix("?step=look"))
        let look = try await journey.get("\(own.path)?step=look", cookie: own.cookie).text
        for text in ["Alva Berg", "Luleå", "Master", "Roads", "Engineer for roads", "cv.pdf"] {
            #expect(look.contains(text), "\(text)")
        }
        let sent = try await step(["step": "look", "intent": "submit", "keep_for_later": "yes"], own)
        #expect(sent.location.hasSuffix("/receipt"))
        #expect(try await journey.get(sent.location, cookie: own.cookie).text.contains("<strong>1</strong>"))
    }

    @Test func `the place that was read about first is the first wish`() async throws {
        let demand = "\(journey.story.demands.ornskoldsvik)"
        let page = try await journey.get("\(Journey.form)?wish=\(demand)").text
        #expect(page.contains("name=\"wishes\" value=\"\(demand)\""))
        let own = try await begun(["wishes": demand])
        let wishes = try await journey.get("\(own.path)?step=wishes", cookie: own.cookie).text
        #expect(wishes.contains("name=\"off\" value=\"\(demand)\""))
    }

    @Test(arguments: [
        ("en", "A phone number has from 5 to 15 digits."), ("nb", "Et telefonnummer har fra 5 til 15 siffer."),
        ("sv", "Ett telefonnummer har från 5 till 15 siffror."),
    ])
    func `a phone number that nobody could call is refused in words`(language: String, words: String) async throws {
        var form = start
        form.fields["phone"] = "12"
        let refused = try await journey.post(form, language: language)
        #expect(refused.status == .unprocessableContent)
        #expect(refused.text.contains(words) && refused.text.contains("value=\"12\""))
        form.fields["phone"] = "070-12 34 567"
        #expect(try await journey.post(form, language: language).status == .seeOther)
    }

    @Test func `what is missing is said of each question in its own words`() async throws {
        var form = start
        for name in ["name", "email"] { form.fields[name] = "" }
        let refused = try await journey.post(form).text
        let missing = ["Your name is missing.", "Your email address is missing."]
        for words in missing { #expect(refused.ranges(of: words).count == 2, "\(words)") }
        for (name, what) in [("phone", "phone number"), ("place", "place")] {
            form = start
            form.fields[name] = ""
            #expect(try await journey.post(form).text.contains("\(what) is missing."), "\(what)")
        }
        let own = try await begun()
        let look = try await journey.get("\(own.path)?step=look", cookie: own.cookie).text
        for what in ["education", "field of study"] { #expect(look.contains("\(what) is missing."), "\(what)") }
        #expect(!look.contains("Fill this in."))
    }

    @Test func `a step that lacks something says what, and keeps the rest`() async throws {
        var form = start
        form.fields["phone"] = ""
        let refused = try await journey.post(form)
        #expect(refused.status == .unprocessableContent)
        #expect(refused.text.contains("href=\"#field-phone\"") && refused.text.contains("value=\"Luleå\""))
        let own = try await begun()
        let education = ["step": "education", "intent": "next", "education_level": "", "education_field": "Roads"]
        let lacking = try await step(education, own)
        #expect(lacking.status == .unprocessableContent)
        #expect(lacking.text.contains("href=\"#field-education_level\""))
        let again = try await journey.get("\(own.path)?step=education", cookie: own.cookie).text
        #expect(again.contains("value=\"Roads\""))
    }

    @Test func `what lacks at the end leads to the step that asks for it, and nothing is sent`() async throws {
        let own = try await begun()
        let sent = try await step(["step": "look", "intent": "submit"], own)
        #expect(sent.status == .unprocessableContent)
        #expect(sent.text.contains("\(own.path)?step=wishes#field-wishes"))
        #expect(sent.text.contains("\(own.path)?step=files#field-cv"))
        let page = try await journey.get(own.path.replacing("/application", with: ""), cookie: own.cookie).text
        #expect(page.contains("Not sent yet"))
    }

    @Test func `one file that cannot be used does not cost the other`() async throws {
        let own = try await begun()
        let refused = try await step(["step": "files", "intent": "next"], own, cv: JourneyForm.html)
        #expect(refused.status == .unprocessableContent)
        #expect(refused.text.contains("cv.pdf cannot be used."))
        let taken = try await step(["step": "files", "intent": "next"], own, cv: JourneyForm.pdf)
        #expect(taken.status == .seeOther)
    }

    @Test func `an application that is sent is changed step by step, and stays complete`() async throws {
        let applied = try await journey.applied()
        let own = ("\(applied.own)/application", applied.cookie)
        let empty = try await step(["step": "wishes", "intent": "next"], own)
        #expect(empty.status == .unprocessableContent)
        let you = [
            "step": "you", "intent": "next", "name": "Alva Lund", "email": "alva@people.example",
            "phone": "+46 70 000 00 00", "place": "Boden",
        ]
        #expect(try await step(you, own).location.hasSuffix("?step=look"))
        let page = try await journey.get(applied.own, cookie: applied.cookie).text
        for text in ["Alva Lund", "Boden", "Roads", "cv.pdf", "Number 1"] { #expect(page.contains(text), "\(text)") }
    }

    @Test func `nobody else opens a step`() async throws {
        let own = try await begun()
        #expect(try await journey.get("\(own.path)?step=you").status != .ok)
        #expect(try await journey.get("\(own.path)?step=you", cookie: own.cookie).status == .ok)
    }
}

struct WishPressTests {
    private func press(_ move: String, _ place: String) throws -> WishPress {
        var form = Form()
        form.add(place, to: move)
        return try #require(WishPress(form))
    }

    @Test(arguments: [
        ("add", "d", ["a", "b", "c", "d"]), ("add", "b", ["a", "b", "c"]), ("up", "b", ["b", "a", "c"]),
        ("up", "a", ["a", "b", "c"]), ("down", "b", ["a", "c", "b"]), ("down", "c", ["a", "b", "c"]),
        ("off", "b", ["a", "c"]), ("off", "x", ["a", "b", "c"]), ("up", "x", ["a", "b", "c"]),
    ])
    func `moves one place and leaves the others in their order`(move: String, place: String, wishes: [String]) throws {
        #expect(try press(move, place).applied(to: ["a", "b", "c"]) == wishes)
    }

    @Test func `a form without such a button is none`() { #expect(WishPress(Form()) == nil) }
}
