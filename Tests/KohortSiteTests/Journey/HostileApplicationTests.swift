import Foundation
import HTTPTypes
import KohortCore
import KohortTesting
import NIOCore
import Testing

@testable import KohortSite

@Suite struct `An applicant who means harm, beside one who does not` {
    private static let canary = "\"\u{301} onfocus=alert(1)"
    private static let shown = "&quot;\u{301} onfocus=alert(1)"

    /// How many applications the programme office counts.
    private func count(_ journey: Journey) async throws -> Int {
        let page = try await journey.world.send(.get, "/staff/rounds/first-call/candidacies", as: .lead).text
        let counted = try #require(page.firstMatch(of: /<dt>Sent in<\/dt><dd><p>(\d+)<\/p>/))
        return Int(counted.output.1) ?? -1
    }

    @Test(.timeLimit(.minutes(15)), arguments: [true, false])
    func `sends 60 MB, announced or not, of which only what was typed is kept`(isAnnounced: Bool) async throws {
        let journey = try await Journey()
        var form = journey.application
        form.cv = JourneyForm.pdf + String(repeating: "x", count: 60 << 20)
        let opened = try await journey.opened(form)
        let body = ByteBuffer(string: opened.form.body)
        var headers: HTTPFields = [
            .acceptLanguage: "en", .contentType: form.type, .origin: "http://127.0.0.1:8080",
        ]
        headers[.cookie] = opened.cookie
        if isAnnounced { headers[.contentLength] = String(body.readableBytes) }
        let refused = try await journey.send(.post, Journey.candidacies, headers, body)
        #expect(refused.status == .contentTooLarge)
        #expect(refused.text.contains("All that you send may be at most 53.5\u{A0}MB together."))
        #expect(refused.text.contains("value=\"Alva Berg\"") && refused.text.contains("I want to build."))
        #expect(refused.text.contains("name=\"key\""))
        #expect(try await count(journey) == 0)
        form.cv = JourneyForm.pdf
        #expect(try await journey.post(form).status == .seeOther)
        #expect(try await count(journey) == 1)
    }

    @Test(arguments: ["x", "\r\n--", "\0"]) func `sends 60 MB that are no form, of which nothing is kept`(
        garbage: String
    ) async throws {
        let journey = try await Journey()
        let body = ByteBuffer(repeating: 0x78, count: 60 << 20)
        var noise = ByteBuffer(string: garbage)
        noise.writeImmutableBuffer(body)
        let headers: HTTPFields = [
            .acceptLanguage: "en", .contentType: journey.application.type, .origin: "http://127.0.0.1:8080",
            .contentLength: String(noise.readableBytes),
        ]
        let refused = try await journey.send(.post, Journey.candidacies, headers, noise)
        #expect(refused.status == .contentTooLarge)
        #expect(refused.text.contains("<h1>Too large</h1>") && !refused.text.contains("name=\"key\""))
        #expect(try await count(journey) == 0)
    }

    @Test func `sends a file of 11 MB, and keeps what was typed`() async throws {
        let journey = try await Journey()
        var form = journey.application
        form.cv = JourneyForm.pdf + String(repeating: "x", count: 11 << 20)
        let refused = try await journey.post(form)
        #expect(refused.status == .unprocessableContent)
        #expect(refused.text.contains("cv.pdf is too large."))
        #expect(refused.text.contains("value=\"Alva Berg\"") && refused.text.contains("I want to build."))
        form.cv = JourneyForm.pdf
        #expect(try await journey.post(form).status == .seeOther)
    }

    @Test(arguments: [(300, 422), (301, 303)])
    func `finds no room for a file beyond the quota, and keeps what was typed`(quota: Int64, status: Int) async throws {
        let journey = try await Journey(in: try await RoundSite(quota: quota))
        var form = journey.application
        let own = JourneyForm.pdf.utf8.count
        form.cv = JourneyForm.pdf + String(repeating: "x", count: 200 - own)
        #expect(try await journey.post(form).status == .seeOther)
        form.fields["email"] = "elsa@people.example"
        form.cv = JourneyForm.pdf + String(repeating: "y", count: 101 - own)
        let answer = try await journey.post(form)
        #expect(answer.status.code == status)
        let isRefused = answer.text.contains("There is no room for cv.pdf just now")
        #expect(isRefused == (status == 422) && isRefused == answer.text.contains("I want to build."))
    }

    @Test(arguments: [
        "../../x.pdf", "..\\..\\x.pdf", "/etc/x.pdf", "%2e%2e/x.pdf", "C:\\x.pdf",
    ])
    func `names a file as a path, of which its last part is left`(name: String) async throws {
        let journey = try await Journey()
        var form = journey.application
        form.filename = name
        let applied = try await journey.applied(form)
        let own = try await journey.get(applied.own, cookie: applied.cookie)
        #expect(own.text.contains(">x.pdf</a>"))
        let link = try #require(own.text.firstMatch(of: /href="([^"]+\/documents\/[^"]+)"/)).output.1
        let file = try await journey.get(String(link), cookie: applied.cookie)
        #expect(file.text == JourneyForm.pdf)
        #expect(file.headers[.contentDisposition]?.hasPrefix("attachment; filename=\"x.pdf\"") == true)
    }

    @Test(arguments: [
        ("name", "Alva\r\nBcc: all@people.example"), ("name", "Alva\nBerg"),
        ("email", "alva@people.example\r\nBcc: all@people.example"), ("email", "alva\r@people.example"),
        ("phone", "+46\r\n70"), ("place", "Luleå\nBoden"), ("school", "Umeå\runiversitet"),
    ])
    func `breaks the line of a name or an address`(field: String, text: String) async throws {
        let journey = try await Journey()
        var form = journey.application
        form.fields[field] = text
        let refused = try await journey.post(form)
        #expect(refused.status == .unprocessableContent)
        #expect(refused.text.contains("id=\"field-\(field)-problem\"") && refused.text.contains("I want to build."))
        #expect(try await count(journey) == 0)
        #expect(try await journey.post(journey.application).status == .seeOther)
    }

    @Test(arguments: ["Engineer\r\nBcc: all@people.example", "Engineer\nfor roads"])
    func `no subject of a mail has a broken line, since no title of a place has`(title: String) async throws {
        let world = try await RoundSite()
        func state(_ title: String) async throws -> TestResponse {
            let fields = [
                ("title", title), ("field", "Roads"), ("competence", "Engineer"), ("place", "Umeå"), ("asked", "1"),
            ]
            return try await world.send(
                .post, "/employer/umea/demands?round=first-call", as: .coordinator("umea"), fields)
        }
        #expect(try await state(title).status == .unprocessableContent)
        #expect(try await state("Engineer").status == .seeOther)
    }

    @Test func `reaches for an attribute from every field, and stays text in each`() async throws {
        let journey = try await Journey()
        var form = journey.application
        let texts = [
            "name", "email", "phone", "birth_year", "place", "education_field", "school", "graduation_year",
            "experience", "motivation",
        ]
        for field in texts { form.fields[field] = Self.canary }
        for field in ["education_level", "channel"] { form.fields[field] = Self.canary }
        let refused = try await journey.post(form)
        #expect(refused.status == .unprocessableContent)
        #expect(refused.count(of: Self.shown) == texts.count)
        #expect(refused.count(of: "\"\u{301}") == 0)
        #expect(try await journey.post(journey.application).status == .seeOther)
    }

    @Test func `reaches for an attribute in the pool, at the programme office and at each employer`() async throws {
        let journey = try await Journey()
        var form = journey.application
        for field in ["name", "place", "education_field", "school", "experience", "motivation"] {
            form.fields[field] = Self.canary
        }
        form.filename = "\\\(Self.canary).pdf"
        let applied = try await journey.applied(form)
        journey.world.move(to: "2027-02-15T09:00:00Z")
        _ = try await journey.world.send(.post, "/staff/rounds/first-call/release", as: .lead)
        let employer = RoundSite.Visitor.coordinator("ornskoldsvik")
        let room = "/employer/ornskoldsvik"
        _ = try await journey.world.send(.post, "\(room)/pool/\(applied.candidacy)/rank?round=first-call", as: employer)
        let pages: [(String, RoundSite.Visitor)] = [
            ("/staff/rounds/first-call/candidacies", .lead),
            ("/staff/rounds/first-call/candidacies/\(applied.candidacy)", .lead),
            ("\(room)/pool", employer), ("\(room)/pool/\(applied.candidacy)", employer), ("\(room)/ranking", employer),
        ]
        for (path, visitor) in pages {
            let page = try await journey.world.send(.get, path, as: visitor)
            #expect(page.status == .ok && page.count(of: Self.shown) > 0, "\(path)")
            #expect(page.count(of: "\"\u{301}") == 0, "\(path)")
        }
    }

    @Test(arguments: [
        ("2027-03-27", "2027-03-27T23:00:00Z"), ("2027-03-28", "2027-03-28T22:00:00Z"),
        ("2027-03-29", "2027-03-29T22:00:00Z"), ("2027-10-30", "2027-10-30T22:00:00Z"),
        ("2027-10-31", "2027-10-31T23:00:00Z"), ("2027-11-01", "2027-11-01T23:00:00Z"),
    ])
    func `comes at Stockholm's midnight, also when the clocks change`(date: String, midnight: String) async throws {
        let journey = try await Journey()
        let dates = [
            ("demand_by", "2026-12-15"), ("apply_by", date), ("rank_by", "2027-12-01"), ("hire_by", "2027-12-20"),
        ]
        let moved = try await journey.world.send(.post, "/staff/rounds/first-call/deadlines", as: .lead, dates)
        #expect(moved.status == .seeOther)
        let end = Instant.at(midnight)
        journey.world.move(to: end.adding(.milliseconds(-1)).description)
        #expect(try await journey.post(journey.application).status == .seeOther)
        journey.world.move(to: midnight)
        var late = journey.application
        late.fields["email"] = "bo@people.example"
        #expect(try await journey.post(late).status == .conflict)
    }
}

extension TestResponse {
    /// How often these bytes stand there, whatever characters they make together.
    fileprivate func count(of bytes: String) -> Int {
        let (data, sought) = (Data(text.utf8), Data(bytes.utf8))
        var (count, start) = (0, data.startIndex)
        while let found = data.range(of: sought, in: start..<data.endIndex) {
            (count, start) = (count + 1, found.upperBound)
        }
        return count
    }
}
