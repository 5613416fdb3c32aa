import HTTPTypes
import KohortTesting
import Testing

@testable import KohortSite

@Suite struct `The matters to clarify` {
    @Test func `stand by kind, are raised and settled`() async throws {
        let world = try await RoundSite("ks")
        let page = try await world.send(.get, "/staff/matters", as: .lead).text
        for words in ["<h2>Economic</h2>", "<h2>Legal</h2>", "<h2>Administrative</h2>", "Who pays the shared costs"] {
            #expect(page.contains(words), "\(words)")
        }
        let fields = [("kind", "legal"), ("title", "Who signs the contract?"), ("programme", "ks-2006")]
        #expect(try await world.send(.post, "/staff/matters", as: .lead, fields).status == .seeOther)
        let raised = try await world.send(.get, "/staff/matters", as: .lead).text
        #expect(raised.contains("Who signs the contract?"))
        let settlement = raised.firstMatch(of: /action="([^"]+\/settlement)"/).map { String($0.output.1) } ?? ""
        let words = [("settlement", "Decided by the board")]
        #expect(try await world.send(.post, settlement, as: .lead, words).status == .seeOther)
        #expect(try await world.send(.get, "/staff/matters", as: .lead).text.contains("Decided by the board"))
        let again = try await world.send(.post, settlement, as: .lead, words)
        #expect(again.status == .conflict && again.text.contains("The matter has been settled already."))
    }

    @Test func `one without kind or title is refused with what was typed`() async throws {
        let world = try await RoundSite("ks")
        let kindless = try await world.send(.post, "/staff/matters", as: .lead, [("title", "\"\u{301} onfocus=1")])
        #expect(kindless.status == .unprocessableContent)
        #expect(kindless.text.contains("value=\"&quot;\u{301} onfocus=1\""))
        let untitled = try await world.send(.post, "/staff/matters", as: .lead, [("kind", "legal"), ("title", " ")])
        #expect(untitled.status == .unprocessableContent && untitled.text.contains("href=\"#field-title\""))
        #expect(untitled.text.contains("value=\"legal\" checked"))
    }
}
