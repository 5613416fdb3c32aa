import Billing
import KohortCore
import KohortStore
import KohortTesting
import Testing

struct NumberSeriesTests {
    @Test func `numbers are unbroken from 1, with a series of its own for credit notes`() async throws {
        let world = try await BillingWorld.make()
        try await world.register()
        let first = try await world.issued()
        let credit = try await world.perform(CreditInvoice(id: .new(), invoice: first))
        _ = try await world.issued()
        #expect(credit.number == "K1")
        #expect(try await world.numbers() == ["F1", "F2", "K1"])
    }

    @Test func `a document that fails after its number was taken leaves no gap`() async throws {
        let reactions = Reactions.failing(after: "F2")
        let world = try await BillingWorld.make(reactions: reactions)
        try await world.register()
        _ = try await world.issued()
        let failing = try await world.draft()
        await #expect(throws: Rejection.conflict("test.failure")) {
            try await world.perform(IssueInvoice(draft: failing))
        }
        #expect(try await world.numbers() == ["F1"])
        #expect(try await world.fetch(InvoiceList()).drafts.map(\.draft.id) == [failing])
        try await world.perform(IssueInvoice(draft: failing), at: .at("2027-03-02T09:00:00Z"))
        #expect(try await world.numbers() == ["F1", "F2"])
    }

    @Test func `forty drafts issued at once, a quarter of them failing, get unbroken numbers`() async throws {
        let world = try await BillingWorld.make(fees: [.member()])
        try await world.register()
        let cohorts = (0..<40).map { _ in CohortID.new() }
        var drafts: [InvoiceID] = []
        for cohort in cohorts {
            try await world.perform(ChargeFee(trainee: .new(), cohort: cohort, organisation: world.fet))
            let charge = try #require(try await world.charges(.charged).first)
            try await world.perform(
                CommitFees(id: .new(), payer: world.fet, cohort: cohort, charges: [charge.id], name: "Kari"))
            drafts.append(.new())
            try await world.perform(
                DraftInvoice(id: try #require(drafts.last), payer: world.fet, cohort: cohort))
        }
        let issued = await withTaskGroup(of: String?.self) { group in
            for (index, draft) in drafts.enumerated() {
                group.addTask {
                    if index % 4 == 0 { _ = try? await world.perform(IssueAndFail(draft: draft)) }
                    return try? await world.perform(IssueInvoice(draft: draft)).number
                }
            }
            return await group.reduce(into: Set<String>()) { $0.formUnion([$1].compactMap(\.self)) }
        }
        #expect(issued == Set((1...40).map { "F\($0)" }))
        #expect(try await world.fetch(InvoiceList()).issued.count == 40)
    }

    @Test func `the commands that give numbers have no number to set`() {
        let issue = Mirror(reflecting: IssueInvoice(draft: .new())).children.compactMap(\.label)
        let credit = Mirror(reflecting: CreditInvoice(id: .new(), invoice: .new())).children.compactMap(\.label)
        #expect(issue == ["draft"])
        #expect(credit == ["id", "invoice", "parts", "reopens"])
    }
}

/// Takes a number as an issue does, and fails.
private struct IssueAndFail: Command {
    static let permission = Permission("test.fail")
    static let events: [any Event.Type] = [InvoiceIssued.self]
    var scope: Scope { .consortium }
    let draft: InvoiceID

    func perform(in write: borrowing Write) throws -> Done {
        _ = try IssueInvoice(draft: draft).perform(in: write)
        throw Rejection.conflict("test.failure")
    }
}

/// Fails in the same transaction, once the document has its number.
private struct FailOnFirstOfMarch: Command {
    static let permission = Permission("test.fail")
    static let events: [any Event.Type] = []
    var scope: Scope { .consortium }

    func perform(in write: borrowing Write) throws -> Done {
        if write.now == .billing { throw Rejection.conflict("test.failure") }
        return Done()
    }
}

extension Reactions {
    fileprivate static func failing(after number: String) -> Reactions {
        var reactions = Reactions()
        reactions.on(InvoiceIssued.self) { $0.number == number ? FailOnFirstOfMarch() : nil }
        return reactions
    }
}

extension BillingWorld {
    fileprivate func numbers() async throws -> [String] {
        try await fetch(InvoiceList()).issued.map(\.document.number).sorted()
    }
}
