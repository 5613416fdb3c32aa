import HTTPTypes
import Hummingbird
import HummingbirdTesting
import KohortCore
import Testing

@testable import KohortSite

@Suite struct `A page of an error` {
    private static let masthead = "<header class=\"masthead\">"

    private func isWhole(_ answer: TestResponse, _ status: HTTPResponse.Status) {
        #expect(answer.status == status)
        #expect(answer.text.contains(Self.masthead) && answer.text.contains("Norrland"))
        #expect(answer.text.contains("<a class=\"button\" href=\"/norra-norrland\">To the front page of"))
    }

    @Test func `stands in its consortium's frame, with a way on`() async throws {
        let world = try await RoundSite()
        let unknown = try await world.send(.get, "/nowhere", as: .nobody)
        isWhole(unknown, .notFound)
        isWhole(try await world.send(.get, "/rounds/none/application", as: .nobody), .notFound)
        let out = try await world.send(.get, "/staff", as: .nobody)
        isWhole(out, .unauthorized)
        #expect(out.text.contains("<a class=\"button primary\" href=\"/norra-norrland/sign-in?back=1\">"))
        #expect(!unknown.text.contains("button primary"))
        let lead = try await world.send(.get, "/staff/rounds/none", as: .lead)
        isWhole(lead, .notFound)
        #expect(lead.text.contains("/sign-out\"") && !lead.text.contains("sign-in?back=1"))
    }

    @Test func `speaks the consortium's language where the reader has chosen none`() async throws {
        let world = try await RoundSite()
        let german = try await world.send(.get, "/nowhere", as: .nobody, language: "de")
        #expect(german.text.contains("<html lang=\"sv\">") && german.text.contains("Sidan finns inte"))
        let chosen = try await world.send(
            .get, "/nowhere", as: .nobody, language: "de", cookie: "kohort_language=en")
        #expect(chosen.text.contains("Page not found"))
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
            #expect(answer.text.contains("Page not found") && !answer.text.contains(Self.masthead))
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
