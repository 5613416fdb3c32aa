import HTTPTypes
import KohortTesting
import Testing

@Suite struct `What is owed for a trainee` {
    @Test func `stands when the trainee leaves, and is told; a removal alone cancels it (KS11-35)`() async throws {
        let scheme = try await Scheme.ks()
        try await scheme.ready("drammen")
        let left = try await scheme.enter("Nora Nilsen", at: "drammen")
        let mistaken = try await scheme.enter("Ola Olsen", at: "drammen")
        scheme.installation.move(to: "2011-10-01T08:00:00Z")
        let office = try await scheme.office(in: "en")
        let page = try await office.open("/trainees/\(left)").text
        #expect(page.contains("69,000.00\u{A0}NOK") && !page.contains("Leaving does not cancel"))
        #expect(try await !office.open("/staff/billing").text.contains("still stands"))

        let withdrawal: [String: Any] = ["on": "2011-09-30", "reason": "studies"]
        #expect(try await scheme.lead.post("/trainees/\(left)/withdrawal", withdrawal).said == "")
        #expect(try await scheme.lead.post("/trainees/\(left)/withdrawal", withdrawal).said == "trainee.ended")
        #expect(try await scheme.lead.post("/trainees/\(mistaken)/removal").said == "")
        let told = try await office.open("/trainees/\(left)").text
        #expect(told.contains("Leaving does not cancel the fee. 69,000.00\u{A0}NOK still stands."))
        let billing = try await office.open("/staff/billing").text
        #expect(billing.contains("For trainees who have left, 69,000.00\u{A0}NOK still stands."))
        let charges = try await office.open("/staff/billing/charges").text
        #expect(charges.contains("Left 30 September 2011") && charges.contains("No longer owed"))
    }
}
