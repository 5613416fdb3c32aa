import KohortCore
import Testing

@testable import Tenancy

struct AccentTests {
    private func accent(_ text: String) -> String { "currency: NOK\n  accent: \(text)" }

    @Test func `a colour that can be read is taken, and none is no problem`() throws {
        let definition = try SmallDefinition.read("currency: NOK", accent("\"#1f4e79\""))
        #expect(definition.consortium.accent == Colour("#1f4e79"))
        #expect(try SmallDefinition.read("retention_days: 365", "retention_days: 366").consortium.accent == nil)
    }

    @Test func `one that is too pale is refused with the nearest that can be read`() throws {
        let problem = try #require(try SmallDefinition.problems("currency: NOK", accent("\"#7fb3a1\"")).first)
        #expect(problem.short == "consortium.accent 9 value.range")
        let suggested = try #require(problem.allowed.split(separator: " ").last.flatMap { Colour(String($0)) })
        #expect(Accent.isLegible(suggested))
        #expect(try SmallDefinition.problems("currency: NOK", accent("\"\(suggested)\"")) == [])
    }

    @Test(arguments: ["green", "\"#12345\"", "[1]"])
    func `what is no colour is refused`(text: String) throws {
        #expect(
            try SmallDefinition.problems("currency: NOK", accent(text)).map(\.short) == [
                "consortium.accent 9 value.type"
            ])
    }
}
