import HTTPTypes
import KohortCore
import KohortTesting
import KohortWeb
import Testing

@testable import KohortSite

@Suite struct `A page of an error` {
    private func leadsOn(_ answer: TestResponse, _ status: HTTPResponse.Status, signsIn: Bool = false) {
        #expect(answer.status == status)
        #expect(answer.text.contains("<a class=\"button\" href=\"/norra-norrland\">To the front page</a>"))
        let signIn = "<a class=\"button primary\" href=\"/norra-norrland/sign-in?back=1\">"
        #expect(answer.text.contains(signIn) == signsIn)
        #expect(!answer.text.contains("Norra Norrland"), "nothing is named that may not be there")
    }

    @Test func `leads on to the consortium's front page, and to signing in where that is what is missing`() async throws
    {
        let world = try await RoundSite()
        leadsOn(try await world.send(.get, "/nowhere", as: .nobody), .notFound)
        leadsOn(try await world.send(.get, "/rounds/none/application", as: .nobody), .notFound)
        leadsOn(try await world.send(.get, "/staff", as: .nobody), .unauthorized, signsIn: true)
        leadsOn(try await world.send(.get, "/staff/rounds/none", as: .lead), .notFound)
    }

    @Test func `speaks the language that the reader has chosen`() async throws {
        let world = try await RoundSite()
        #expect(try await world.send(.get, "/nowhere", as: .nobody).text.contains("Page not found"))
        let chosen = try await world.send(.get, "/nowhere", as: .nobody, cookie: "kohort_language=sv")
        #expect(chosen.text.contains("<html lang=\"sv\">") && chosen.text.contains("Sidan finns inte"))
    }

    @Test func `speaks the language in which somebody who is known reads all other pages`() async throws {
        let world = try await RoundSite()
        let cookie = try await world.cookie(of: .lead)
        for (path, status) in [("/staff", HTTPResponse.Status.ok), ("/staff/rounds/none", .notFound)] {
            let page = try await world.send(.get, path, as: .nobody, language: "sv", cookie: cookie)
            #expect(page.status == status && page.text.contains("<html lang=\"en\">"), "\(path)")
        }
        let stranger = try await world.send(.get, "/staff", as: .nobody, language: "de")
        #expect(stranger.status == .unauthorized && stranger.text.contains("<html lang=\"sv\">"))
    }

    @Test func `bears our own picture, as every page does`() async throws {
        let world = try await RoundSite()
        for path in ["/norra-norrland", "/norra-norrland/nowhere", "/none"] {
            let page = try await world.plain(path).text
            let icon = try #require(page.firstMatch(of: /<link rel="icon" href="([^"]+)"/)).output.1
            let picture = try await world.plain(String(icon))
            #expect(picture.status == .ok && picture.headers[.contentType] == "image/svg+xml", "\(path)")
        }
    }

    @Test func `needs no consortium, and says where the address stands that it cannot lead on to`() async throws {
        let world = try await RoundSite()
        let advice = "The right one stands in the call and in the mails that you have had."
        for path in ["/", "/none", "/none/staff", "/favicon", "/%ff"] {
            let answer = try await world.plain(path)
            #expect(answer.status == .notFound, "\(path)")
            #expect(answer.text.contains("Page not found"))
            #expect(answer.text.contains(advice) == !answer.text.contains("To the front page"), "\(path)")
        }
    }

    @Test(arguments: ["nb", "sv", "en"]) func `has words of its own for whatever a browser may meet`(_ language: String)
        async throws
    {
        let texts = try await RoundSite().site.texts
        let read = try #require(Language(rawValue: language))
        let titles = ["400", "401", "403", "404", "405", "408", "409", "410", "413", "422", "429", "503", "other"]
            .compactMap { texts.text("error.\($0).title", in: read) }
        #expect(Set(titles).count == 13, "\(titles)")
    }

    @Test func `of an address that only takes forms says so, and of a form from elsewhere too`() async throws {
        let world = try await RoundSite()
        let opened = try await world.send(.get, "/language", as: .nobody)
        leadsOn(opened, .methodNotAllowed)
        #expect(opened.text.contains("This address only takes forms."))
        let foreign = try await world.plain("/norra-norrland/language", .post, origin: "https://elsewhere.example")
        leadsOn(foreign, .forbidden)
        #expect(foreign.text.contains("The form did not come from our page"))
    }
}

extension RoundSite {
    /// An address as it stands, not below the tenant's.
    fileprivate func plain(
        _ path: String, _ method: HTTPRequest.Method = .get, origin: String? = nil
    ) async throws -> TestResponse {
        var headers: HTTPFields = [.acceptLanguage: "en"]
        headers[.origin] = origin
        let sent = headers
        return try await TestClient(site.front(isReady: { true })).execute(uri: path, method: method, headers: sent)
    }
}
