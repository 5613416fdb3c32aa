import HTTPTypes
import KohortCore
import KohortTesting
import Testing

@testable import KohortSite

@Suite struct `The pages of charges` {
    private func charge(_ world: RoundSite) async throws -> String {
        try await world.charge()
        let page = try await world.send(.get, "/staff/billing/charges", as: .lead)
        #expect(page.status == .ok && page.text.contains("69,000.00\u{A0}NOK"))
        return String(try #require(page.text.firstMatch(of: /href="([^"]+\/charges\/[0-9a-f-]{36})"/)).output.1)
    }

    @Test func `divide a charge by weight; the same payer twice is refused with what was typed`() async throws {
        let world = try await RoundSite("ks")
        let path = try await charge(world)
        let ks = try await world.organisation("ks").description
        let twice = [("payer1", ks), ("weight1", "2"), ("payer2", ks), ("weight2", "1")]
        let refused = try await world.send(.post, path + "/division", as: .lead, twice)
        #expect(refused.status == .unprocessableContent && refused.text.contains("href=\"#field-division-payer1\""))
        #expect(refused.text.contains("The same payer stands there twice."))
        let nobody = try await world.send(.post, path + "/division", as: .lead, [("payer1", "")])
        #expect(nobody.status == .unprocessableContent && nobody.text.contains("Choose one of the answers."))
        let letters = try await world.send(.post, path + "/division", as: .lead, [("payer1", ks), ("weight1", "x")])
        #expect(letters.text.contains("href=\"#field-division-weight1\""))
        let given = try await world.send(.post, path + "/division", as: .lead, [("payer1", ks), ("weight1", "1")])
        #expect(given.status == .seeOther)
        #expect(try await world.send(.get, given.location, as: .lead).text.contains("The payers are saved."))
    }

    @Test func `charge by the days; days outside the cohort's time and backwards are refused`() async throws {
        let world = try await RoundSite("ks")
        let path = try await charge(world) + "/proration"
        let outside = [("first_day", "2011-08-31"), ("last_day", "2011-12-31")]
        let refused = try await world.send(.post, path, as: .lead, outside)
        #expect(refused.status == .unprocessableContent && refused.text.contains("value=\"2011-08-31\""))
        #expect(refused.text.contains("href=\"#field-proration-first_day\""))
        let backwards = [("first_day", "2011-12-31"), ("last_day", "2011-09-01")]
        let wrong = try await world.send(.post, path, as: .lead, backwards)
        #expect(wrong.text.contains("href=\"#field-proration-last_day\""))
        // A third of the 547 days would be 182.33; these are 182.
        let days = [("first_day", "2011-09-01"), ("last_day", "2012-02-29")]
        #expect(try await world.send(.post, path, as: .lead, days).status == .seeOther)
        let list = try await world.send(.get, "/staff/billing/charges", as: .lead).text
        #expect(list.contains("22,957.95\u{A0}NOK"))
    }

    @Test func `show one that is committed to without forms, and to the lead alone`() async throws {
        let world = try await RoundSite("ks")
        let path = try await charge(world)
        #expect(try await world.send(.get, path, as: .lead).text.contains("/division\""))
        let owed = try await world.send(.get, "/employer/ks/invoices", as: .coordinator("ks")).text
        _ = try await world.commit("Kari Nordmann", from: owed)
        let after = try await world.send(.get, path, as: .lead)
        #expect(after.status == .ok && !after.text.contains("/division\""))
        let days = [("first_day", "2011-09-01"), ("last_day", "2012-02-29")]
        #expect(try await world.send(.post, path + "/proration", as: .lead, days).status == .conflict)
        for page in [path, "/staff/billing/charges"] {
            #expect(try await world.send(.get, page, as: .coordinator("ks")).status == .forbidden)
        }
        #expect(try await world.send(.get, "/staff/billing/charges/\(ChargeID.new())", as: .lead).status == .notFound)
    }
}
