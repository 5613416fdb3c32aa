import KohortCore
import KohortStore
import KohortTesting
import Testing

@testable import Delivery

@Suite struct ExtendProbationTests {
    private func extend(_ trainee: TraineeID, _ until: String, _ reason: String = "Long illness") -> ExtendProbation {
        ExtendProbation(trainee: trainee, until: .day(until), reason: reason)
    }

    @Test func `six months of probation are extended, to a later day and with a reason (KS11-18)`() async throws {
        let world = try await DeliveryWorld.make()
        let trainee = try await world.trainee()
        #expect(try await world.trainees().map(\.probationUntil) == [.day("2012-03-01")])
        #expect(
            try await world.faults { try await world.perform(extend(trainee, "2012-03-01", " ")) }
                == ["reason text.required", "until date.order"])
        let events = try await world.events { try await world.perform(extend(trainee, "2012-03-02", " Long illness ")) }
        #expect(events == ["delivery.probation.extended"])
        let after = try #require(try await world.trainees().first)
        #expect(after.probationUntil == .day("2012-03-02"))
        #expect(after.probationReason == "Long illness")
    }

    @Test func `a probation that is over, or never was, is not extended`() async throws {
        let world = try await DeliveryWorld.make()
        let trainee = try await world.trainee()
        await #expect(throws: Rejection.conflict("probation.over")) {
            try await world.perform(extend(trainee, "2012-06-01"), on: "2012-03-01")
        }
        try await world.perform(extend(trainee, "2012-06-01"), on: "2012-02-29")
        let without = try await DeliveryWorld.make(.sample(employment: EmploymentTerms(contracts: [.permanent])))
        let other = try await without.trainee()
        await #expect(throws: Rejection.conflict("probation.none")) {
            try await without.perform(extend(other, "2012-06-01"))
        }
    }
}
