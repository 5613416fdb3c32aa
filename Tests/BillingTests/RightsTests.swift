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
        #expect(
            try await store.asked(by: ChargeFee(trainee: trainee, cohort: Self.cohort, organisation: Self.payer))
                == AskedRight("billing.charge.make", own))
        #expect(
            try await store.asked(by: CancelCharge(trainee: trainee))
                == AskedRight("billing.charge.make", .trainee(trainee)))
        #expect(
            try await store.asked(by: DivideCharge(charge: .new(), shares: []))
                == AskedRight("billing.charge.change", all))
        #expect(
            try await store.asked(by: ProrateCharge(charge: .new(), part: .programme))
                == AskedRight("billing.charge.change", all))
        #expect(
            try await store.asked(
                by: CommitFees(id: .new(), payer: Self.payer, cohort: Self.cohort, charges: [], name: ""))
                == AskedRight("billing.commitment.make", own))
        #expect(try await store.asked(by: RegisterSeller(.norwegian)) == AskedRight("billing.party.register", all))
        #expect(
            try await store.asked(by: RegisterPayer(organisation: Self.payer, .norwegian))
                == AskedRight("billing.party.register", all))
        #expect(
            try await store.asked(by: DraftInvoice(id: .new(), payer: Self.payer, cohort: Self.cohort))
                == AskedRight("billing.invoice.draft", all))
        #expect(try await store.asked(by: DiscardDraft(draft: .new())) == AskedRight("billing.invoice.draft", all))
        #expect(try await store.asked(by: IssueInvoice(draft: .new())) == AskedRight("billing.invoice.issue", all))
        #expect(
            try await store.asked(by: CreditInvoice(id: .new(), invoice: .new()))
                == AskedRight("billing.invoice.issue", all))
        #expect(try await store.asked(by: MailInvoice(invoice: .new())) == AskedRight("billing.invoice.mail", all))
    }

    @Test func `what is read`() async throws {
        let store = try await TestStore.make(modules: [BillingSchema.module], allowing: .nothing)
        #expect(try await store.asked(by: ChargeList()) == AskedRight("billing.charge.read", .anywhere))
        let trainee = TraineeID.new()
        #expect(
            try await store.asked(by: ChargesOfTrainee(trainee: trainee))
                == AskedRight("billing.charge.read", .trainee(trainee)))
        #expect(try await store.asked(by: InvoiceList()) == AskedRight("billing.invoice.read", .anywhere))
        #expect(
            try await store.asked(by: InvoiceDetail(invoice: .new())) == AskedRight("billing.invoice.read", .anywhere))
        #expect(
            try await store.asked(by: IssuedDocumentFile(invoice: .new()))
                == AskedRight("billing.invoice.read", .anywhere))
        #expect(try await store.asked(by: BillingParties()) == AskedRight("billing.party.read", .consortium))
        #expect(
            try await store.asked(by: InvoiceInLetter(invoice: .new()))
                == AskedRight("billing.invoice.write_mail", .consortium))
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
