import HTTPTypes
import Hummingbird
import HummingbirdTesting
import KohortCore
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

    @Test func `bears our own picture, as every page does`() async throws {
        let world = try await RoundSite()
        for path in ["/norra-norrland", "/norra-norrland/nowhere", "/none"] {
            let page = try await world.plain(path).text
            let icon = try #require(page.firstMatch(of: /<link rel="icon" href="([^"]+)"/)).output.1
            let picture = try await world.plain(String(icon))
            #expect(picture.status == .ok && picture.headers[.contentType] == "image/svg+xml", "\(path)")
        }
    }

    @Test func `needs no consortium`() async throws {
        let world = try await RoundSite()
        for path in ["/", "/none", "/none/staff", "/favicon", "/%ff"] {
            let answer = try await world.plain(path)
            #expect(answer.status == .notFound, "\(path)")
            #expect(answer.text.contains("Page not found"))
        }
    }
}

extension RoundSite {
    /// An address as it stands, not below the tenant's.
    fileprivate func plain(_ path: String) async throws -> TestResponse {
        try await Application(responder: try site.front(isReady: { true })).test(.router) { client in
            try await client.execute(uri: path, method: .get, headers: [.acceptLanguage: "en"])
        }
    }
}
