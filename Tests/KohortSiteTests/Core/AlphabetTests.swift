import Foundation
import HTTPTypes
import KohortTesting
import Testing

@testable import KohortSite

@Suite struct `Names on pages` {
    /// Where each stands, from the top.
    private static func order(_ names: [String], in page: String) -> [String] {
        names.compactMap { name in page.range(of: name).map { (name, $0.lowerBound) } }.sorted { $0.1 < $1.1 }.map(\.0)
    }

    @Test func `stand in the Norwegian order for visitors: æ and ø after z`() async throws {
        let names = ["NRV", "ROAF", "Rælingen kommune", "Skedsmo kommune", "Ullensaker kommune", "ØRAS"]
        let page = try await RoundSite("romerike").send(.get, "", as: .nobody, language: "nb").text
        #expect(Self.order(names.reversed(), in: page) == names)
    }

    @Test func `stand in the Swedish order for the office: å, ä and ö after z`() async throws {
        let names = ["Nordmalings kommun", "Vännäs kommun", "Älvsbyns kommun", "Örnsköldsviks kommun"]
        let site = try await RoundSite()
        for path in ["/staff/members", "/staff/people"] {
            let page = try await site.send(.get, path, as: .lead).text
            #expect(Self.order(names.reversed(), in: page) == names, "\(path)")
        }
    }
}
