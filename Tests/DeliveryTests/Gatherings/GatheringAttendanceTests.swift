import KohortCore
import KohortStore
import KohortTesting
import Testing

@testable import Delivery

@Suite struct GatheringAttendanceTests {
    private static let gatherings = GatheringRules(count: Bounds(exactly: 6), employerSeminar: true)

    @Test func `a gathering for trainees shows each with the days, one for employers each with its number`()
        async throws
    {
        let world = try await DeliveryWorld.make(.sample(gatherings: Self.gatherings))
        let trainee = try await world.trainee(of: world.city, "Kari Li")
        let gathering = try await world.gathering()
        let seminar = try await world.gathering(.employerSeminar, "2011-11-01", "2011-11-01")
        try await world.perform(
            RecordAttendance(gathering: gathering, trainee: trainee, days: [.day("2011-11-08")]), on: "2011-11-09")
        try await world.perform(
            RecordEmployerAttendance(gathering: seminar, organisation: world.city, persons: 3), on: "2011-11-09")

        let there = try await world.fetch(GatheringAttendance(gathering: gathering), on: "2011-11-09")
        #expect(there.trainees.map(\.trainee.name) == ["Kari Li"] && there.employers == [])
        #expect(there.trainees.map(\.days) == [[.day("2011-11-08")]] && there.hasBegun)
        let met = try await world.fetch(GatheringAttendance(gathering: seminar), on: "2011-10-31")
        #expect(met.employers.map(\.name) == ["City"] && met.employers.map(\.persons) == [3])
        #expect(met.trainees == [] && !met.hasBegun)
    }

    @Test func `what became of a cohort's trainees, in the order in which it is to come`() async throws {
        let world = try await DeliveryWorld.make()
        let trainee = try await world.trainee(of: world.city, "Kari Li")
        _ = try await world.trainee(of: world.city, "Anne Berg")
        for (kind, day) in [(OutcomeKind.accepted, "2013-02-10"), (.offered, "2013-02-01")] {
            try await world.perform(RecordOutcome(trainee: trainee, kind: kind, on: .day(day)), on: "2013-02-20")
        }
        let lines = try await world.fetch(CohortOutcomes(cohort: .id(world.cohort.id)), on: "2013-02-20")
        #expect(lines.map(\.trainee.name) == ["Anne Berg", "Kari Li"])
        #expect(lines.map { $0.facts.map(\.kind) } == [[], [.offered, .accepted]])
    }
}
