import KohortCore
import KohortStore
import KohortTesting
import Testing

@testable import Delivery

@Suite struct EducationTests {
    @Test func `a year is four parts practical work and one part education (NOR-4)`() {
        let share = EducationShare(percent: 20, period: .days("2027-09-01", "2028-09-01"), hours: 0)
        #expect(share.days == 262)
        #expect((share.practicalDays, share.educationDays) == (210, 52))
    }

    @Test(arguments: [
        ("2027-09-01", "2027-09-08", 5), ("2027-09-04", "2027-09-06", 0), ("2027-09-03", "2027-09-07", 2),
    ])
    func `working days are Monday to Friday`(start: String, end: String, days: Int) {
        #expect(EducationShare.workingDays(in: .days(start, end)) == days)
    }

    @Test func `education is recorded by the day and shown as a share`() async throws {
        let world = try await DeliveryWorld.make(.sample(educationSharePercent: 20))
        let trainee = try await world.trainee()
        for (day, hours) in [("2011-09-12", 8), ("2011-09-13", 4)] {
            try await world.perform(recording(trainee, day, hours))
        }
        let share = try await world.fetch(EducationOfTrainee(trainee: trainee))
        #expect(share == EducationShare(percent: 20, period: .cohort, hours: 12))
        #expect(share.recordedShare == 1.5 / Double(share.days))
    }

    @Test func `hours are 1 to 24, in the programme and not to come`() async throws {
        let world = try await DeliveryWorld.make()
        let trainee = try await world.trainee()
        await #expect(throws: Rejection.invalid("hours", "number.range", ["from": "1", "to": "24"])) {
            try await world.perform(recording(trainee, "2011-09-12", 25))
        }
        await #expect(throws: Rejection.invalid("held_on", "date.future")) {
            try await world.perform(recording(trainee, "2011-09-16", 8))
        }
        let outside = Rejection.invalid("held_on", "date.outside", ["from": "2011-09-01", "to": "2013-02-28"])
        await #expect(throws: outside) { try await world.perform(recording(trainee, "2011-08-31", 8)) }
        try await world.perform(recording(trainee, "2011-09-15", 24))
    }

    private func recording(_ trainee: TraineeID, _ day: String, _ hours: Int) -> RecordEducation {
        RecordEducation(education: .new(), trainee: trainee, heldOn: .day(day), hours: hours, about: "Course")
    }
}
