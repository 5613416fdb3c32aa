import Foundation
import HTTPTypes
import KohortCore
import KohortTesting
import NIOCore
import Testing

/// Somebody at one consortium's pages, with a language and, once signed in, a cookie.
struct Browser: Sendable {
    let installation: Installation
    let tenant: String
    var language = "sv"
    var cookie: String?

    func open(_ path: String) async throws -> TestResponse {
        try await installation.send(.get, address(path), headers)
    }

    /// Presses the button of a form with these fields.
    func press(_ path: String, _ fields: [(String, String)] = []) async throws -> TestResponse {
        let page = try await page()
        var headers = headers(from: page)
        headers[.contentType] = "application/x-www-form-urlencoded"
        let body = ([(FormPage.field, page.token)] + fields).map { "\($0)=\(Self.escaped($1))" }
            .joined(separator: "&")
        return try await installation.send(.post, address(path), headers, ByteBuffer(string: body))
    }

    /// Sends a form with files.
    func send(_ form: MultipartForm, to path: String) async throws -> TestResponse {
        let page = try await page()
        return try await installation.send(
            .post, address(path), multipartHeaders(from: page), ByteBuffer(string: form.on(page).body))
    }

    /// The same, whole only at `arrival`.
    func sendSlowly(_ form: MultipartForm, to path: String, whole arrival: String) async throws -> TestResponse {
        let page = try await page()
        return try await installation.sendSlowly(
            address(path), multipartHeaders(from: page), ByteBuffer(string: form.on(page).body), whole: arrival)
    }

    /// The same browser, signed in by what an answer set.
    func signedIn(by answer: TestResponse) -> Browser {
        var browser = self
        browser.cookie = answer.headers[.setCookie].map { String($0.prefix { $0 != ";" }) }
        return browser
    }

    /// The same browser, signed in by a one-time link.
    func signedIn(by link: String) async throws -> Browser {
        var nobody = self
        nobody.cookie = nil
        return signedIn(by: try await nobody.press(link))
    }

    /// The same browser, signed in as an applicant: the link of the receipt shows how it stands, a press there has a
    /// sign-in link mailed, and that one opens in this browser.
    func signedIn(from receipt: String, mailedTo email: String) async throws -> Browser {
        try await signedIn(mailedTo: email) { try await $0.press(receipt) }
    }

    /// The same, asked for by the address at the sign-in page.
    func signedIn(byAddress email: String) async throws -> Browser {
        try await signedIn(mailedTo: email) { try await $0.press("/sign-in", [("email", email)]) }
    }

    private func signedIn(
        mailedTo email: String, asking ask: (Browser) async throws -> TestResponse
    ) async throws -> Browser {
        var nobody = self
        nobody.cookie = nil
        let asker = nobody.signedIn(by: try await ask(nobody))
        let links = try await installation.links(mailedTo: email, from: tenant)
        let link = try #require(links.last { $0.contains("/sign-in/") })
        return signedIn(by: try await asker.press(link))
    }

    private var headers: HTTPFields {
        var headers: HTTPFields = [.acceptLanguage: language]
        if let cookie { headers[.cookie] = cookie }
        return headers
    }

    /// A page that is open to everybody; forms are sent from one like it.
    private func page() async throws -> FormPage { try FormPage(try await open("/sign-in"), cookie) }

    private func headers(from page: FormPage) -> HTTPFields {
        var headers = headers
        (headers[.origin], headers[.cookie]) = (Installation.origin, page.cookie)
        return headers
    }

    private func multipartHeaders(from page: FormPage) -> HTTPFields {
        var headers = headers(from: page)
        headers[.contentType] = MultipartForm.type
        return headers
    }

    /// Links come whole, below the tenant, or below this consortium's own address.
    private func address(_ path: String) -> String {
        let path = path.hasPrefix(Installation.origin) ? String(path.dropFirst(Installation.origin.count)) : path
        return path.hasPrefix("/\(tenant)/") ? path : "/\(tenant)\(path)"
    }

    private static func escaped(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}

/// What an opened page gives a browser, so that forms can be sent from it.
struct FormPage: Sendable {
    static let field = "form_token"
    let cookie: String
    let token: String

    init(_ answer: TestResponse, _ cookie: String?) throws {
        token = try #require(answer.part(/name="form_token" value="([^"]+)"/))
        let browser = answer.headers[.setCookie].map { String($0.prefix { $0 != ";" }) }
        self.cookie = [cookie, browser].compactMap(\.self).joined(separator: "; ")
    }
}

/// A form with a CV as a browser sends it.
struct MultipartForm: Sendable {
    static let type = "multipart/form-data; boundary=\(boundary)"
    private static let boundary = "----kohort-journey"

    var fields: [(name: String, value: String)]
    /// What lies in `cv.pdf`; nil for no file.
    var cv: String?

    /// The same as it stands on an opened page.
    func on(_ page: FormPage) -> MultipartForm {
        MultipartForm(fields: [(FormPage.field, page.token)] + fields, cv: cv)
    }

    var body: String {
        let start = "--\(Self.boundary)\r\nContent-Disposition: form-data; name="
        var parts = fields.map { "\(start)\"\($0.name)\"\r\n\r\n\($0.value)\r\n" }
        if let cv {
            parts.append("\(start)\"cv\"; filename=\"cv.pdf\"\r\nContent-Type: application/pdf\r\n\r\n\(cv)\r\n")
        }
        return parts.joined() + "--\(Self.boundary)--\r\n"
    }
}

extension TestResponse {
    var text: String { String(buffer: body) }
    /// Where a redirect leads; empty for what is none.
    var location: String { headers[.location] ?? "" }

    /// What the first match of a page's part captures.
    func part(_ pattern: some RegexComponent<(Substring, Substring)>) -> String? {
        text.firstMatch(of: pattern).map { String($0.output.1) }
    }

    func read<Answer: Decodable>(as type: Answer.Type = Answer.self) throws -> Answer {
        try JSONDecoder().decode(Answer.self, from: Data(body.readableBytesView))
    }
}
