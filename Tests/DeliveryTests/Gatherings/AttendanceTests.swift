import KohortCore
import KohortStore
import KohortTesting
import Testing

@testable import Delivery

@Suite struct AttendanceTests {
    private static let rules = GatheringRules(count: Bounds(exactly: 6), employerSeminar: true)

    @Test func `attendance is recorded by the day, and again as it should be`() async throws {
        let world = try await DeliveryWorld.make(.sample(gatherings: Self.rules))
        let (trainee, gathering) = (try await world.trainee(), try await world.gathering())
        for days in [["2011-11-07", "2011-11-08", "2011-11-09"], ["2011-11-08"]] {
            try await world.perform(
                RecordAttendance(gathering: gathering, trainee: trainee, days: Set(days.map { .day($0) })),
                on: "2011-11-10")
            let line = try #require(try await world.fetch(TraineeGatherings(trainee: trainee)).first)
            #expect(line.attended == days.map { .day($0) })
        }
        #expect(try await world.fetch(GatheringList(cohort: world.cohort.id)).map(\.attended) == [1])
    }

    @Test func `a day outside the gathering and one that has not come are refused`() async throws {
        let world = try await DeliveryWorld.make(.sample(gatherings: Self.rules))
        let (trainee, gathering) = (try await world.trainee(), try await world.gathering())
        let outside = Rejection.invalid("days", "date.outside", ["from": "2011-11-07", "to": "2011-11-09"])
        await #expect(throws: outside) {
            try await world.perform(
                RecordAttendance(gathering: gathering, trainee: trainee, days: [.day("2011-11-10")]), on: "2011-12-01")
        }
        let second = RecordAttendance(gathering: gathering, trainee: trainee, days: [.day("2011-11-08")])
        await #expect(throws: Rejection.invalid("days", "date.future")) {
            try await world.perform(second, on: "2011-11-07")
        }
        try await world.perform(second, on: "2011-11-08")
    }

    @Test func `of a seminar the employers' persons are counted (KS11-31)`() async throws {
        let world = try await DeliveryWorld.make(.sample(gatherings: Self.rules))
        let seminar = try await world.gathering(.employerSeminar, "2011-04-15", "2011-04-15")
        for (employer, persons) in [(world.city, 3), (world.town, 1), (world.town, 2)] {
            try await world.perform(
                RecordEmployerAttendance(gathering: seminar, organisation: employer, persons: persons))
        }
        let line = try #require(try await world.fetch(GatheringList(cohort: world.cohort.id)).first)
        #expect(line.employers == [world.city: 3, world.town: 2])
        let range = Rejection.invalid("persons", "number.range", ["from": "0", "to": "1000"])
        await #expect(throws: range) {
            try await world.perform(RecordEmployerAttendance(gathering: seminar, organisation: world.city, persons: -1))
        }
        let trainee = try await world.trainee()
        await #expect(throws: Rejection.conflict("gathering.not_for_trainees")) {
            try await world.perform(
                RecordAttendance(gathering: seminar, trainee: trainee, days: [.day("2011-04-15")]))
        }
    }

    @Test func `a trainee is prepared before and reflects after (KS11-33)`() async throws {
        let world = try await DeliveryWorld.make(.sample(gatherings: Self.rules))
        let (trainee, gathering) = (try await world.trainee(), try await world.gathering())
        let preparation = PrepareTrainee(gathering: gathering, trainee: trainee, note: "Read the report")
        await #expect(throws: Rejection.conflict("gathering.over")) {
            try await world.perform(preparation, on: "2011-11-10")
        }
        let reflection = Reflection(outcome: "New ideas", content: "Ethics", participation: "I led a group")
        let writing = WriteReflection(gathering: gathering, trainee: trainee, reflection: reflection)
        await #expect(throws: Rejection.conflict("gathering.not_begun")) {
            try await world.perform(writing, on: "2011-11-06")
        }
        let events = try await world.events {
            try await world.perform(preparation, on: "2011-11-06")
            try await world.perform(writing, on: "2011-11-09")
        }
        #expect(events == ["delivery.trainee.prepared", "delivery.reflection.written"])
        let line = try #require(try await world.fetch(TraineeGatherings(trainee: trainee)).first)
        #expect(line.isPrepared)
        #expect(line.reflection == reflection)
    }

    @Test func `a reflection says all three things`() async throws {
        let world = try await DeliveryWorld.make(.sample(gatherings: Self.rules))
        let (trainee, gathering) = (try await world.trainee(), try await world.gathering())
        let problems = ["outcome", "participation"].map { FieldProblem($0, "text.required") }
        await #expect(throws: Rejection.invalid(problems)) {
            try await world.perform(
                WriteReflection(
                    gathering: gathering, trainee: trainee,
                    reflection: Reflection(outcome: "", content: "Ethics", participation: " ")), on: "2011-11-09")
        }
    }

    @Test func `another cohort's trainee takes no part`() async throws {
        let world = try await DeliveryWorld.make(.sample(gatherings: Self.rules))
        let gathering = try await world.gathering()
        await #expect(throws: Rejection.notFound) {
            try await world.perform(PrepareTrainee(gathering: gathering, trainee: .new()), on: "2011-11-06")
        }
    }
}
