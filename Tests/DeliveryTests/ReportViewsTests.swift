import KohortCore
import KohortStore
import KohortTesting
import Testing

@testable import Delivery

@Suite struct ReportViewsTests {
    private struct Outcomes: Query {
        static let permission = Permission.readTrainees
        let scope = Scope.consortium

        func fetch(in read: borrowing Read) throws -> [String] {
            try read.all("select trainee, kind, on_date from report_outcome order by kind") {
                "\(try $0[0] as TraineeID) \(try $0[1] as OutcomeKind) \(try $0[2] as LocalDate)"
            }
        }
    }

    @Test func `reporting reads what became of trainees, not of those struck out`() async throws {
        let world = try await DeliveryWorld.make()
        let (trainee, mistaken) = (try await world.trainee(), try await world.trainee(of: world.town, "Ola Ås"))
        for id in [trainee, mistaken] {
            try await world.perform(RecordOutcome(trainee: id, kind: .offered, on: .day("2011-09-10")))
        }
        try await world.perform(RemoveTrainee(trainee: mistaken))
        #expect(try await world.fetch(Outcomes()) == ["\(trainee) offered 2011-09-10"])
    }
}
