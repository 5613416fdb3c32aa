import Billing
import KohortCore
import KohortStore
import KohortTesting
import Testing

/// Every verb and every screen asks for its own right on its own object.
struct BillingRightsTests {
    private static let payer = OrganisationID.new()
    private static let cohort = CohortID.new()

    @Test func `what is done for the consortium, and what for one payer`() async throws {
        let store = try await TestStore.make(modules: [BillingSchema.module], allowing: .nothing)
        let (own, all) = (Scope.organisation(Self.payer), Scope.consortium)
        let trainee = TraineeID.new()
        await expect(
            ChargeFee(trainee: trainee, cohort: Self.cohort, organisation: Self.payer), "billing.charge.make", own,
            in: store)
        await expect(CancelCharge(trainee: trainee), "billing.charge.make", .trainee(trainee), in: store)
        await expect(DivideCharge(charge: .new(), shares: []), "billing.charge.change", all, in: store)
        await expect(ProrateCharge(charge: .new(), part: .programme), "billing.charge.change", all, in: store)
        await expect(
            CommitFees(id: .new(), payer: Self.payer, cohort: Self.cohort, charges: [], name: ""),
            "billing.commitment.make", own, in: store)
        await expect(RegisterSeller(.norwegian), "billing.party.register", all, in: store)
        await expect(
            RegisterPayer(organisation: Self.payer, .norwegian), "billing.party.register", all, in: store)
        await expect(
            DraftInvoice(id: .new(), payer: Self.payer, cohort: Self.cohort), "billing.invoice.draft", all, in: store)
        await expect(DiscardDraft(draft: .new()), "billing.invoice.draft", all, in: store)
        await expect(IssueInvoice(draft: .new()), "billing.invoice.issue", all, in: store)
        await expect(CreditInvoice(id: .new(), invoice: .new()), "billing.invoice.issue", all, in: store)
        await expect(MailInvoice(invoice: .new()), "billing.invoice.mail", all, in: store)
    }

    @Test func `what is read`() async throws {
        let store = try await TestStore.make(modules: [BillingSchema.module], allowing: .nothing)
        await expect(ChargeList(), "billing.charge.read", .anywhere, in: store)
        await expect(InvoiceList(), "billing.invoice.read", .anywhere, in: store)
        await expect(InvoiceDetail(invoice: .new()), "billing.invoice.read", .anywhere, in: store)
        await expect(IssuedDocumentFile(invoice: .new()), "billing.invoice.read", .anywhere, in: store)
        await expect(BillingParties(), "billing.party.read", .consortium, in: store)
        await expect(InvoiceInLetter(invoice: .new()), "billing.invoice.write_mail", .consortium, in: store)
    }

    @Test func `a payer sees its own charges and documents and no other's, and no draft`() async throws {
        let reaching = Reaching()
        let world = try await BillingWorld.make(allowing: reaching.authority)
        try await world.register()
        let mine = try await world.issued()
        _ = try await world.draft(1, of: world.lørenskog)
        #expect(try await world.seen() == Seen(issued: [mine], drafts: 1, charges: 2, commitments: 2))
        reaching.set([world.fet])
        #expect(try await world.seen() == Seen(issued: [mine], drafts: 0, charges: 1, commitments: 1))
        #expect(try await world.fetch(InvoiceDetail(invoice: mine)).document.id == mine)
        reaching.set([world.lørenskog])
        #expect(try await world.seen() == Seen(issued: [], drafts: 0, charges: 1, commitments: 1))
        await #expect(throws: Rejection.notFound) { try await world.fetch(InvoiceDetail(invoice: mine)) }
        await #expect(throws: Rejection.notFound) { try await world.fetch(IssuedDocumentFile(invoice: mine)) }
        reaching.set([])
        #expect(try await world.seen() == Seen(issued: [], drafts: 0, charges: 0, commitments: 0))
    }

    private func expect(
        _ command: some Command, _ code: String, _ scope: Scope, in store: TestStore,
        at location: SourceLocation = #_sourceLocation
    ) async {
        #expect(type(of: command).permission == Permission(code), sourceLocation: location)
        #expect(command.scope == scope, sourceLocation: location)
        await #expect(throws: Rejection.forbidden, sourceLocation: location) { _ = try await store.perform(command) }
    }

    private func expect(
        _ query: some Query, _ code: String, _ scope: Scope, in store: TestStore,
        at location: SourceLocation = #_sourceLocation
    ) async {
        #expect(type(of: query).permission == Permission(code), sourceLocation: location)
        #expect(query.scope == scope, sourceLocation: location)
        await #expect(throws: Rejection.forbidden, sourceLocation: location) { _ = try await store.fetch(query) }
    }
}

/// What the lists show.
private struct Seen: Hashable {
    let issued: [InvoiceID]
    let drafts: Int
    let charges: Int
    let commitments: Int
}

extension BillingWorld {
    fileprivate func seen() async throws -> Seen {
        let (invoices, charges) = (try await fetch(InvoiceList()), try await fetch(ChargeList()))
        return Seen(
            issued: invoices.issued.map(\.document.id), drafts: invoices.drafts.count,
            charges: charges.charges.count, commitments: charges.commitments.count)
    }
}
