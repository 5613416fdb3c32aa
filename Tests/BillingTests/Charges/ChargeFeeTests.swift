import Billing
import KohortCore
import KohortStore
import KohortTesting
import Testing

struct ChargeFeeTests {
    @Test func `NOK 69,000 per trainee is charged to the employer on enrolment`() async throws {
        let world = try await BillingWorld.make()
        let (first, second) = (TraineeID.new(), TraineeID.new())
        let events = try await world.events {
            for trainee in [first, second] {
                try await world.perform(ChargeFee(trainee: trainee, cohort: world.cohort, organisation: world.fet))
            }
        }
        let charges = try await world.charges(.charged)
        #expect(events == ["billing.fee.charged", "billing.fee.charged"])
        #expect(Set(charges.map(\.trainee)) == [first, second])
        #expect(charges.map(\.payer) == [world.fet, world.fet])
        #expect(charges.map(\.amount) == [.nok(69_000), .nok(69_000)])
    }

    @Test func `a trainee is charged once for each fee, however often the enrolment is told`() async throws {
        let world = try await BillingWorld.make()
        let enrolment = ChargeFee(trainee: .new(), cohort: world.cohort, organisation: world.fet)
        try await world.perform(enrolment)
        #expect(try await world.events { try await world.perform(enrolment) } == [])
        #expect(try await world.charges(.charged).count == 1)
    }

    @Test func `a fee by member is charged once for a member, whatever the number of its trainees`() async throws {
        let world = try await BillingWorld.make(fees: [.trainee(), .member()])
        try await world.charge(2, of: world.fet)
        try await world.charge(1, of: world.lørenskog)
        func kroner(_ payer: OrganisationID) async throws -> [Int64] {
            try await world.charges(.charged, of: payer).map(\.amount.minorUnits).sorted()
        }
        #expect(try await kroner(world.fet) == [1_000_000, 6_900_000, 6_900_000])
        #expect(try await kroner(world.lørenskog) == [1_000_000, 6_900_000])
    }

    @Test func `what somebody else bears or what is counted by cohort is nobody's charge`() async throws {
        let world = try await BillingWorld.make(fees: [
            .member(isPaidByEmployer: false), .member(basis: .cohort),
        ])
        try await world.charge()
        #expect(try await world.charges(.charged) == [])
    }

    @Test func `the database refuses a second charge of the same fee for a trainee`() async throws {
        let world = try await BillingWorld.make()
        try await world.charge()
        let twice = await #expect(throws: StoreFault.self) { try await world.perform(CopyCharges()) }
        #expect(twice?.isConstraint == true)
    }
}

extension StoreFault {
    fileprivate var isConstraint: Bool { if case .constraint = self { true } else { false } }
}

/// Every charge once more under another id.
private struct CopyCharges: Command {
    static let permission = Permission("test.copy")
    static let events: [any Event.Type] = []
    var scope: Scope { .consortium }

    func perform(in write: borrowing Write) throws -> Done {
        try write.execute(
            """
            insert into charge (id, cohort, trainee, organisation, payer, fee, part, name, amount, currency, state,
                charged_at)
            select \(ChargeID.new()), cohort, trainee, organisation, payer, fee, part, name, amount, currency, state,
                charged_at
            from charge
            """)
        return Done()
    }
}
