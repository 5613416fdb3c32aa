import Billing
import Foundation
import HTTPTypes
import KohortApp
import KohortCore
import KohortOutbound
import KohortStore
import KohortTesting
import NIOCore
import Testing

@testable import KohortSite

@Suite struct `The billing pages` {
    private static let employer = RoundSite.Visitor.coordinator("ks")

    @Test func `an employer commits, the lead drafts and issues, and both read the document`() async throws {
        let world = try await RoundSite("ks")
        try await world.charge(2)
        let owed = try await world.send(.get, "/employer/ks/invoices", as: Self.employer).text
        #expect(owed.contains("138,000.00\u{A0}NOK") && owed.contains("Commit to the amount"))
        let unnamed = try await world.commit("", from: owed)
        #expect(unnamed.status == .unprocessableContent && unnamed.text.contains("Fill this in."))
        #expect(try await world.commit("Kari Nordmann", from: owed).status == .seeOther)
        try await world.registerParties()
        #expect(try await world.send(.post, "/staff/billing/drafts", as: .lead).status == .seeOther)
        let draft = try await world.send(.get, "/staff/billing", as: .lead).text
        #expect(draft.contains("Kari Nordmann") && draft.contains("comes later"))
        let issue = try #require(draft.action(ending: "/issue"))
        let issued = try await world.send(.post, issue, as: .lead)
        #expect(issued.status == .seeOther)
        let document = try await world.send(.get, issued.location, as: .lead).text
        #expect(document.contains("Invoice F1") && document.contains("The invoice is issued."))
        let own = try await world.send(.get, "/employer/ks/invoices", as: Self.employer).text
        let view = try #require(own.firstMatch(of: /href="([^"]+\/invoices\/[0-9a-f-]{36})"/)).output.1
        let shown = try await world.send(.get, String(view), as: Self.employer).text
        #expect(shown.contains("Participation fee") || shown.contains("Deltakeravgift"))
        #expect(shown.contains("945678909") && shown.contains("138,000.00\u{A0}NOK"))
    }

    @Test func `a payer's first page tells what is to be looked at, or that nothing is`() async throws {
        let world = try await RoundSite("ks")
        func page() async throws -> String {
            try await world.send(.get, "/employer/ks/invoices", as: Self.employer).text
        }
        #expect(try await page().contains("Nothing waits for you now."))
        try await world.charge()
        #expect(try await !page().contains("Nothing waits for you now."))
        let invoice = try await world.issued()
        let due = try await page()
        #expect(due.contains("<a href=\"/ks/employer/ks/invoices/\(invoice)\">Look at invoice F1</a>"))
        let (first, list) = (due.range(of: "Look at invoice F1"), due.range(of: "<h2>Invoices and credit notes</h2>"))
        #expect(try #require(first).lowerBound < #require(list).lowerBound)
    }

    @Test func `a draft that lacks something says what and whose, and cannot be issued`() async throws {
        let world = try await RoundSite("ks")
        try await world.draft()
        let page = try await world.send(.get, "/staff/billing", as: .lead).text
        #expect(page.contains("The seller has not been described yet."))
        #expect(page.contains("KS has not been described as a payer yet."))
        #expect(page.action(ending: "/issue") == nil)
        let discard = try #require(page.action(ending: "/discard"))
        let forced = try await world.send(
            .post, discard.replacing("/discard", with: "/issue"), as: .lead)
        #expect(forced.status == .unprocessableContent)
        #expect(try await world.send(.post, discard, as: .lead).status == .seeOther)
        #expect(try await world.send(.get, "/staff/billing", as: .lead).text.contains("There are no drafts."))
    }

    @Test func `a document is downloaded byte for byte, credited and mailed, by the lead alone`() async throws {
        let world = try await RoundSite("ks")
        let invoice = try await world.issued()
        let xml = try await world.send(.get, "/staff/billing/xml/\(invoice)", as: .lead)
        let stored = try await world.use { open in
            try await open.store.fetch(IssuedDocumentFile(invoice: invoice), by: .operator, at: world.now).xml
        }
        #expect(Array(xml.body.readableBytesView) == stored.bytes)
        #expect(xml.headers[.contentType] == "application/xml")
        #expect(xml.headers[.contentDisposition]?.contains("F1.xml") == true)
        let path = "/staff/billing/documents/\(invoice)"
        let page = try await world.send(.get, path, as: .lead).text
        #expect(page.contains(stored.sha256))
        let tooMuch = try await world.send(.post, path + "/credit", as: .lead, [("line-1", "69000,01")])
        #expect(tooMuch.status == .unprocessableContent && tooMuch.text.contains("69000.00 NOK"))
        let half = try await world.send(.post, path + "/credit", as: .lead, [("line-1", "34 500,50")])
        #expect(half.status == .seeOther)
        #expect(try await world.send(.get, path, as: .lead).text.contains("34,499.50\u{A0}NOK"))
        #expect(try await world.send(.post, path + "/mail", as: .lead).status == .seeOther)
        #expect(try await world.send(.get, path + "?done=invoice.mailed", as: .lead).text.contains("Put in the post"))
        for route in ["/xml/", "/print/", "/documents/"] {
            let answer = try await world.send(.get, "/staff/billing\(route)\(invoice)", as: Self.employer)
            #expect(answer.status == .forbidden, "\(route)")
        }
    }

    @Test func `a party that is wrong is refused with what was typed`() async throws {
        let world = try await RoundSite("ks")
        var fields = RoundSite.seller
        fields[4] = ("organisation_number", "945678900")
        let refused = try await world.send(.post, "/staff/billing/seller", as: .lead, fields)
        #expect(refused.status == .unprocessableContent)
        #expect(refused.text.contains("value=\"945678900\"") && refused.text.contains("its digits do not add up"))
        #expect(try await world.send(.post, "/staff/billing/seller", as: .lead, RoundSite.seller).status == .seeOther)
    }

    @Test func `the mail to a payer bears the XML as it was issued`() async throws {
        let world = try await RoundSite("ks")
        let invoice = try await world.issued()
        _ = try await world.perform(MailInvoice(invoice: invoice))
        let from = try #require(EmailAddress("post@kohort.example"))
        let mail = try await world.use { open in
            let lease = LeaseMessages(limit: 20, leaseSeconds: 60)
            let messages = try await open.store.perform(lease, by: .system, at: world.now)
            let message = try #require(messages.first { $0.kind == "billing.invoice" })
            return try #require(try await world.site.correspondence(from: from).compose(message, open))
        }
        let stored = try await world.use { open in
            try await open.store.fetch(IssuedDocumentFile(invoice: invoice), by: .operator, at: world.now).xml
        }
        #expect(mail.to.address.text == "faktura@ks.example")
        #expect(mail.subject.contains("F1"))
        #expect(mail.attachments.map(\.name) == ["F1.xml"])
        #expect(mail.attachments.map(\.bytes) == [stored.bytes])
    }

    @Test(
        arguments: [
            ("1500", 150_000), ("1 500,5", 150_050), ("1500.05", 150_005), ("0", 0), ("", nil), ("1,2,3", nil),
            ("1,234", nil), ("-1", nil), ("1e3", nil), (",5", nil), ("5,", nil), ("9999999999999", nil),
        ] as [(String, Int64?)])
    func `an amount is read as people type it`(text: String, minorUnits: Int64?) {
        #expect(TypedMoney.read(text, .nok) == minorUnits.map { Money(minorUnits: $0, .nok) })
    }
}

extension String {
    /// Where a form is sent whose address ends so.
    fileprivate func action(ending: String) -> String? {
        matches(of: /action="([^"]+)"/).map { String($0.output.1) }.first { $0.hasSuffix(ending) }
    }
}
