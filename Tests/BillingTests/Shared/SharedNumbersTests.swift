import KohortCore
import KohortStore
import KohortTesting
import Testing

@testable import Billing

@Suite(.enabled(if: TestEngine.isShared, "one process has a folder to itself"))
struct SharedNumbersTests {
    @Test func `three daemons that issue the same drafts at once give each one number, and leave no gap`() async throws
    {
        let world = try await BillingWorld.make()
        try await world.register()
        var drafts: [InvoiceID] = []
        for _ in 0..<12 { drafts.append(try await world.draftInCohortOfItsOwn()) }
        let daemons = try world.test.daemons(3)
        let tries = daemons.flatMap { daemon in drafts.map { (daemon, $0) } }
        let results = await atOnce(tries) { daemon, draft in
            try await daemon.perform(IssueInvoice(draft: draft), at: .billing).number
        }
        #expect(results.successes().sorted() == (1...12).map { "F\($0)" }.sorted())
        let refusals = results.failures().map { $0 as? Rejection }
        #expect(refusals == Array(repeating: .conflict("invoice.issued"), count: 24))
        let issued = try await world.fetch(InvoiceList()).issued.map(\.document.content.number)
        #expect(Set(issued) == Set((1...12).map { "F\($0)" }))
        #expect(issued.count == 12)
    }
}

extension BillingWorld {
    /// A draft of one trainee; a payer has one in each cohort.
    fileprivate func draftInCohortOfItsOwn() async throws -> InvoiceID {
        let (draft, cohort) = (InvoiceID.new(), CohortID.new())
        try await perform(ChargeFee(trainee: .new(), cohort: cohort, organisation: fet))
        let charges = try await charges(.charged, of: fet).map(\.id)
        try await perform(CommitFees(id: .new(), payer: fet, cohort: cohort, charges: charges, name: "Kari Nordmann"))
        try await perform(DraftInvoice(id: draft, payer: fet, cohort: cohort))
        return draft
    }
}
