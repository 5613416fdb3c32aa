import HTTPTypes
import KohortTesting
import Testing

@testable import KohortSite

@Suite struct `The language of a page` {
    private let site: RoundSite

    init() async throws { site = try await RoundSite() }

    private func language(_ visitor: RoundSite.Visitor = .nobody, asked: String, cookie: String? = nil) async throws
        -> Substring?
    {
        let page = try await site.send(
            .get, visitor == .nobody ? "" : "/staff", as: visitor, language: asked, cookie: cookie)
        return page.text.firstMatch(of: /<html lang="(..)"/)?.1
    }

    @Test func `is the browser's where the consortium states none, or the consortium's first`() async throws {
        #expect(try await language(asked: "en") == "en")
        #expect(try await language(asked: "nn, en;q=0.5") == "nb")
        #expect(try await language(asked: "fi") == "sv")
    }

    @Test func `is the one that the consortium states, whatever the browser asks for`() async throws {
        try await site.define("norra-norrland", to: "\n  default_language: nb")
        #expect(try await language(asked: "en") == "nb")
    }

    @Test func `is before both the one that the reader chose, or that of their account`() async throws {
        try await site.define("norra-norrland", to: "\n  default_language: nb")
        #expect(try await language(asked: "sv", cookie: "kohort_language=en") == "en")
        #expect(try await language(.lead, asked: "sv") == "en")
    }
}
