import Billing
import KohortCore
import KohortStore
import KohortTesting
import Testing

struct CommitFeesTests {
    @Test func `a named person of the payer commits, and who and when is kept`() async throws {
        let world = try await BillingWorld.make()
        let charges = try await world.charge(2)
        let (id, person) = (CommitmentID.new(), PersonID.new())
        let events = try await world.events {
            try await world.perform(
                CommitFees(id: id, payer: world.fet, cohort: world.cohort, charges: charges, name: " Kari Nordmann "),
                by: .person(person))
        }
        let kept = try #require(try await world.fetch(ChargeList()).commitments.first)
        #expect(events == ["billing.fees.committed"])
        #expect(kept.payer == .named("Fet kommune", "fet"))
        #expect(kept.commitment.name == "Kari Nordmann")
        #expect(kept.commitment.actor == "person:\(person)")
        #expect(kept.commitment.committedAt == .billing)
        #expect(kept.commitment.amount == .nok(138_000))
        #expect(try await world.charges(.committed).map(\.commitment) == [id, id])
    }

    @Test func `nobody commits without a name or to nothing`() async throws {
        let world = try await BillingWorld.make()
        await #expect(
            throws: Rejection.invalid([
                FieldProblem("name", "text.required"), FieldProblem("charges", "choice.required"),
            ])
        ) {
            try await world.perform(
                CommitFees(id: .new(), payer: world.fet, cohort: world.cohort, charges: [], name: " "))
        }
    }

    @Test func `nobody commits twice, to another's charges or to a cancelled one`() async throws {
        let world = try await BillingWorld.make()
        let charges = try await world.charge()
        func commit(_ payer: OrganisationID, in cohort: CohortID? = nil) async throws {
            try await world.perform(
                CommitFees(
                    id: .new(), payer: payer, cohort: cohort ?? world.cohort, charges: charges, name: "Kari Nordmann"))
        }
        await #expect(throws: Rejection.notFound) { try await commit(world.lørenskog) }
        await #expect(throws: Rejection.notFound) { try await commit(world.fet, in: .new()) }
        try await commit(world.fet)
        await #expect(throws: Rejection.conflict("charge.committed")) { try await commit(world.fet) }
        let trainee = try #require(try await world.charges(.committed).first?.trainee)
        try await world.perform(CancelCharge(trainee: trainee))
        await #expect(throws: Rejection.conflict("charge.cancelled")) { try await commit(world.fet) }
    }

    @Test func `a commitment cannot be changed or removed, not even in the database`() async throws {
        let world = try await BillingWorld.make()
        try await world.charge()
        try await world.commit()
        for tampering in [Tampering("update commitment set amount = 1"), Tampering("delete from commitment")] {
            await #expect(throws: StoreFault.self) { try await world.perform(tampering) }
        }
        #expect(try await world.fetch(ChargeList()).commitments.map(\.commitment.amount) == [.nok(69_000)])
    }

    @Test func `only what was committed to gets on a draft`() async throws {
        let world = try await BillingWorld.make()
        try await world.charge()
        await #expect(throws: Rejection.conflict("invoice.nothing_committed")) {
            try await world.perform(DraftInvoice(id: .new(), payer: world.fet, cohort: world.cohort))
        }
        try await world.commit()
        try await world.charge()
        try await world.perform(DraftInvoice(id: .new(), payer: world.fet, cohort: world.cohort))
        #expect(try await world.fetch(InvoiceList()).drafts.map(\.net) == [.nok(69_000)])
        #expect(try await world.charges(.charged).count == 1)
    }
}
