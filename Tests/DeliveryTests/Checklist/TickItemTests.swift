import KohortCore
import KohortStore
import KohortTesting
import Testing

@testable import Delivery

@Suite struct TickItemTests {
    @Test func `the coordinator ticks the programme's points, each with its day (KS11-24)`() async throws {
        let points = ["contract", "introduction"].map {
            NamedText(slug: .known($0), text: LocalizedText($0, in: .nb))
        }
        let world = try await DeliveryWorld.make(.sample(checklist: points))
        let trainee = try await world.trainee()
        func lines() async throws -> [ChecklistLine] {
            try await world.fetch(TraineeDetail(trainee: trainee)).checklist
        }
        let events = try await world.events {
            for day in ["2011-09-15", "2011-09-16"] {
                try await world.perform(TickItem(trainee: trainee, item: .known("introduction")), on: day)
            }
        }
        #expect(events == ["delivery.checklist.ticked"])
        #expect(
            try await lines() == [
                ChecklistLine(item: points[0], tickedOn: nil),
                ChecklistLine(item: points[1], tickedOn: .day("2011-09-15")),
            ])
        let after = try await world.events {
            for _ in 1...2 { try await world.perform(UntickItem(trainee: trainee, item: .known("introduction"))) }
        }
        #expect(after == ["delivery.checklist.unticked"])
        #expect(try await lines().map(\.tickedOn) == [nil, nil])
        #expect(
            try await world.faults { try await world.perform(TickItem(trainee: trainee, item: .known("other"))) }
                == ["item choice.unknown"])
    }
}
