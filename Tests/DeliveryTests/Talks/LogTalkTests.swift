import KohortCore
import KohortStore
import KohortTesting
import Testing

@testable import Delivery

@Suite struct LogTalkTests {
    private func mentor(_ trainee: TraineeID, _ day: String) -> LogMentorTalk {
        LogMentorTalk(talk: .new(), trainee: trainee, heldOn: .day(day))
    }

    private func supervisor(_ placement: PlacementID, _ day: String, final: Bool = false) -> LogSupervisorTalk {
        LogSupervisorTalk(talk: .new(), placement: placement, isFinal: final, heldOn: .day(day))
    }

    @Test func `a mentor's talk is a day and nothing else, once a day`() async throws {
        let world = try await DeliveryWorld.make()
        let trainee = try await world.trainee()
        let talk = mentor(trainee, "2011-09-14")
        #expect(try await world.events { try await world.perform(talk) } == ["delivery.talk.logged"])
        let expected = Talk(
            id: talk.talk, trainee: trainee, placement: nil, kind: .mentor, heldOn: .day("2011-09-14"),
            loggedAt: .at("2011-09-15T10:00:00Z"))
        #expect(try await world.fetch(TraineeTalks(trainee: trainee)).talks == [expected])
        await #expect(throws: Rejection.conflict("talk.already_logged")) {
            try await world.perform(mentor(trainee, "2011-09-14"))
        }
        try await world.perform(mentor(trainee, "2011-09-15"))
    }

    @Test func `a talk to come and one before the start are refused`() async throws {
        let world = try await DeliveryWorld.make()
        let trainee = try await world.trainee()
        await #expect(throws: Rejection.invalid("held_on", "date.future")) {
            try await world.perform(mentor(trainee, "2011-09-16"))
        }
        let outside = Rejection.invalid("held_on", "date.outside", ["from": "2011-09-01", "to": "2013-02-28"])
        await #expect(throws: outside) { try await world.perform(mentor(trainee, "2011-08-31")) }
    }

    @Test func `the supervisor follows up in the placement and ends it with one final talk (KS11-27)`() async throws {
        let world = try await DeliveryWorld.make()
        let trainee = try await world.trainee()
        let placement = try await world.placement(of: trainee)
        try await world.perform(supervisor(placement, "2011-10-03"), on: "2011-10-04")
        let outside = Rejection.invalid("held_on", "date.outside", ["from": "2011-09-01", "to": "2012-05-31"])
        await #expect(throws: outside) {
            try await world.perform(supervisor(placement, "2012-06-01"), on: "2012-06-10")
        }
        try await world.perform(supervisor(placement, "2012-06-08", final: true), on: "2012-06-10")
        await #expect(throws: Rejection.conflict("talk.final_held")) {
            try await world.perform(supervisor(placement, "2012-06-09", final: true), on: "2012-06-10")
        }
        #expect(try await world.fetch(TraineeTalks(trainee: trainee)).talks.map(\.kind) == [.followUp, .final])
    }

    @Test func `a talk that was logged by mistake is taken back`() async throws {
        let world = try await DeliveryWorld.make()
        let (trainee, other) = (try await world.trainee(), try await world.trainee(of: world.town, "Ola"))
        let talk = mentor(trainee, "2011-09-14")
        try await world.perform(talk)
        await #expect(throws: Rejection.notFound) {
            try await world.perform(RetractTalk(talk: talk.talk, trainee: other))
        }
        try await world.perform(RetractTalk(talk: talk.talk, trainee: trainee))
        #expect(try await world.fetch(TraineeTalks(trainee: trainee)).talks == [])
    }

    @Test func `overdue talks are seen, the longest first, and each employer sees its own`() async throws {
        let world = try await DeliveryWorld.make()
        let kari = try await world.trainee(of: world.city, "Kari")
        try await world.trainee(of: world.town, "Ola")
        try await world.perform(mentor(kari, "2011-10-05"), on: "2011-10-05")
        func overdue(_ world: DeliveryWorld, on day: String) async throws -> [String] {
            try await world.fetch(OverdueTalks(cohort: world.cohort.id), on: day).map(\.name)
        }
        #expect(try await overdue(world, on: "2011-10-06") == ["Ola"])
        #expect(try await overdue(world, on: "2011-11-06") == ["Ola", "Kari"])
    }
}
