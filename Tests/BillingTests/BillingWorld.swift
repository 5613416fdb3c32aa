import Billing
import KohortCore
import KohortStore
import KohortTesting

/// A real store with one cohort, two members and a sponsor that is none.
struct BillingWorld: Sendable {
    let test: TestStore
    let cohort = CohortID.new()
    let fet: OrganisationID
    let lørenskog: OrganisationID
    let sponsor: OrganisationID

    static func make(
        _ country: OrganisationNumber.Country = .norway, fees: [PlannedFee]? = nil,
        allowing authority: Authority = .everything, reactions: Reactions = Reactions()
    ) async throws -> BillingWorld {
        let payers = [OrganisationID.new(), .new(), .new()]
        let names = [PayerName.named("Fet kommune", "fet"), .named("Lørenskog", "lorenskog"), .named("Sponsor", "s")]
        let plan = FeePlan(
            name: LocalizedText("Kull 5", in: .nb), period: .programme, fees: fees ?? [.trainee(country.currency)])
        var ports = Ports()
        ports.answer(FeePlans { _, _ in plan })
        ports.answer(PayerDirectory { _ in Dictionary(uniqueKeysWithValues: zip(payers, names)) })
        let test = try await TestStore.make(
            modules: [BillingSchema.module], allowing: authority, reactions: reactions, ports: ports)
        return BillingWorld(test: test, fet: payers[0], lørenskog: payers[1], sponsor: payers[2])
    }

    @discardableResult func perform<C: Command>(
        _ command: C, at now: Instant = .billing, by actor: Actor = .system
    ) async throws -> C.Outcome {
        try await test.perform(command, by: actor, at: now)
    }

    func fetch<Q: Query>(_ query: Q, at now: Instant = .billing, by actor: Actor = .system) async throws -> Q.Answer {
        try await test.fetch(query, by: actor, at: now)
    }

    /// Performs something and answers the names of the events that it led to.
    func events(of body: () async throws -> Void) async throws -> [String] {
        let count = try await fetch(WholeJournal()).count
        try await body()
        return try await fetch(WholeJournal()).dropFirst(count).map(\.name)
    }
}

extension BillingWorld {
    /// Charges so many trainees of a member; answers the charges' ids.
    @discardableResult func charge(_ count: Int = 1, of member: OrganisationID? = nil) async throws -> [ChargeID] {
        for _ in 0..<count {
            try await perform(ChargeFee(trainee: .new(), cohort: cohort, organisation: member ?? fet))
        }
        return try await charges(.charged, of: member ?? fet).map(\.id)
    }

    func charges(_ state: ChargeState, of payer: OrganisationID? = nil) async throws -> [Charge] {
        try await fetch(ChargeList()).charges.map(\.charge).filter { charge in
            charge.state == state && (payer == nil || charge.payer == payer)
        }
    }

    func commit(_ payer: OrganisationID? = nil) async throws {
        let payer = payer ?? fet
        let charges = try await charges(.charged, of: payer).map(\.id)
        try await perform(
            CommitFees(id: .new(), payer: payer, cohort: cohort, charges: charges, name: "Kari Nordmann"))
    }

    /// A draft of so many trainees.
    func draft(_ count: Int = 1, of member: OrganisationID? = nil) async throws -> InvoiceID {
        let (id, member) = (InvoiceID.new(), member ?? fet)
        try await charge(count, of: member)
        try await commit(member)
        try await perform(DraftInvoice(id: id, payer: member, cohort: cohort))
        return id
    }

    /// Everything that documents need.
    func register(_ seller: SellerForm = .norwegian, _ payer: PayerForm = .norwegian) async throws {
        try await perform(RegisterSeller(seller))
        for organisation in [fet, lørenskog, sponsor] {
            try await perform(RegisterPayer(organisation: organisation, payer))
        }
    }

    /// An issued invoice of so many trainees; the parties are registered.
    func issued(_ count: Int = 1) async throws -> InvoiceID {
        let draft = try await draft(count)
        try await perform(IssueInvoice(draft: draft))
        return draft
    }
}
