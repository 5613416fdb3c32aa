import Foundation
import HTTPTypes
import Hummingbird
import KohortApp
import KohortCore
import KohortStore
import KohortTesting
import NIOCore
import Recruitment
import Tenancy

@testable import KohortSite

/// An application as a browser sends it: one multipart form with a CV.
struct JourneyForm: Sendable {
    static let pdf = "%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"
    static let html = "<!doctype html>\n<html><body><script>alert(1)</script></body></html>\n"

    var fields = [
        "name": "Alva Berg", "email": "alva@people.example", "phone": "+46 70 000 00 00", "birth_year": "1999",
        "place": "Luleå", "education_level": "master", "education_field": "Roads", "school": "Umeå universitet",
        "graduation_year": "2026", "experience": "", "motivation": "I want to build.", "intent": "submit",
    ]
    /// What lies in `cv.pdf`, or in a file of another name; nil for no file.
    var cv: String? = JourneyForm.pdf
    var filename = "cv.pdf"
    /// What the Content-Type says, and what really parts the body.
    var boundaries = (said: "----kohort-journey", written: "----kohort-journey")
    var hasEnd = true
    /// Of the page that the form stands on.
    var token: String?

    init(wish: DemandID) { fields["wishes"] = "\(wish)" }

    var type: String { "multipart/form-data; boundary=\(boundaries.said)" }

    var body: String {
        let start = "--\(boundaries.written)\r\nContent-Disposition: form-data; name="
        let fields = (token.map { [(FormToken.field, $0)] } ?? []) + fields.sorted { $0.key < $1.key }.map { ($0, $1) }
        var parts = fields.map { "\(start)\"\($0.0)\"\r\n\r\n\($0.1)\r\n" }
        if let cv {
            parts.append("\(start)\"cv\"; filename=\"\(filename)\"\r\nContent-Type: application/pdf\r\n\r\n\(cv)\r\n")
        }
        return parts.joined() + (hasEnd ? "--\(boundaries.written)--\r\n" : "")
    }
}

/// A call that is out, and who comes to it from outside.
struct Journey: Sendable {
    static let form = "/rounds/first-call/application"
    static let candidacies = "/rounds/first-call/candidacies"
    let story: RoundStory
    var world: RoundSite { story.world }
    /// A whole application for Örnsköldsvik's places.
    var application: JourneyForm { JourneyForm(wish: story.demands.ornskoldsvik) }

    init(in site: RoundSite? = nil) async throws { story = try await RoundStory.published(count: 0, in: site) }

    func post(
        _ form: JourneyForm, to path: String = candidacies, cookie: String? = nil, language: String = "en"
    ) async throws -> TestResponse {
        var headers: HTTPFields = [
            .acceptLanguage: language, .contentType: form.type, .origin: "http://127.0.0.1:8080",
        ]
        let (form, own) = try await opened(form, cookie: cookie)
        headers[.cookie] = own
        return try await send(.post, path, headers, ByteBuffer(string: form.body))
    }

    /// The form as it stands on a page, and the cookies of the browser that shows it.
    func opened(_ form: JourneyForm, cookie: String? = nil) async throws -> (form: JourneyForm, cookie: String?) {
        let cookie = try await [cookie, world.browser].compactMap(\.self).joined(separator: "; ")
        let pass = try await FormPass(
            try world.site.front(isReady: { true }), tenant: world.tenant, cookie: cookie)
        var form = form
        form.token = pass?.token
        return (form, cookie)
    }

    func get(_ path: String, cookie: String? = nil) async throws -> TestResponse {
        try await world.send(.get, path, as: .nobody, cookie: cookie)
    }

    func press(_ path: String, cookie: String? = nil) async throws -> TestResponse {
        try await world.send(.post, path, as: .nobody, cookie: cookie)
    }

    func send(
        _ method: HTTPRequest.Method, _ path: String, _ headers: HTTPFields, _ body: ByteBuffer? = nil
    ) async throws -> TestResponse {
        let address = path.hasPrefix("/\(world.tenant)") ? path : "/\(world.tenant)\(path)"
        let front = try world.site.front(isReady: { true })
        return try await TestClient(front).execute(uri: address, method: method, headers: headers, body: body)
    }

    /// A whole application that was taken.
    func applied(_ form: JourneyForm? = nil) async throws -> Applied {
        try Applied(try await post(form ?? application))
    }

    /// What a form brings that was made for this candidacy.
    func formKey(_ candidacy: CandidacyID) async throws -> String {
        let tenant = try await world.use { $0.tenant.id }
        return world.kohort.links.code(of: "\(tenant):\(candidacy)", for: "application form")
    }

    func privateLink(_ candidacy: CandidacyID) async throws -> String {
        let tenant = try await world.use { $0.tenant.id }
        return "/candidacies/\(candidacy)/\(world.kohort.links.key(for: candidacy, of: tenant))"
    }
}

/// What an applicant has in hand once an application was taken.
struct Applied: Sendable {
    let candidacy: CandidacyID
    let cookie: String
    var own: String { "/candidacies/\(candidacy)" }

    init(_ answer: TestResponse) throws {
        let steps = answer.location.split(separator: "/")
        guard steps.last == "receipt", let candidacy = CandidacyID(String(steps.dropLast().last ?? "")),
            let cookie = answer.signIn
        else { throw Rejection.notFound }
        (self.candidacy, self.cookie) = (candidacy, cookie)
    }
}

extension TestResponse {
    /// The cookie that an answer sets.
    var signIn: String? { headers[.setCookie].map { String($0.prefix { $0 != ";" }) } }

    /// Compared byte by byte, whatever characters the bytes make together.
    func holds(_ bytes: String) -> Bool { Data(text.utf8).range(of: Data(bytes.utf8)) != nil }
}
