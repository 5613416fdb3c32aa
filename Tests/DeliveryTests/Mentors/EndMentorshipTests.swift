import KohortCore
import KohortStore
import KohortTesting
import Testing

@testable import Delivery

@Suite struct EndMentorshipTests {
    @Test func `a mentor's time ends with nobody in their place, once, and the gap is told (BD-10)`() async throws {
        let world = try await DeliveryWorld.make()
        let trainee = try await world.planned(world.halves())
        let mentor = try await world.mentor("Moa", of: trainee)
        func without() async throws -> [Int] {
            try await world.fetch(CohortStanding(cohort: .id(world.cohort.id))).employers.map(\.withoutMentor)
        }
        #expect(try await without() == [0])
        let end = EndMentorship(trainee: trainee, mentorship: mentor)
        let events = try await world.events { try await world.perform(end, on: "2011-12-01") }
        #expect(events == ["delivery.mentor.ended"])
        let kept = try #require(try await world.mentorships(of: trainee).first)
        #expect(kept.state == .ended && kept.until == .day("2011-12-01"))
        #expect(try await without() == [1])
        await #expect(throws: Rejection.conflict("mentor.ended")) { try await world.perform(end) }
    }

    @Test func `a proposal is taken back, and its person cannot answer any more`() async throws {
        let world = try await DeliveryWorld.make(.romerike)
        let trainee = try await world.trainee()
        try await world.perform(NameToPool(organisation: world.town, contact: try .sample("Moa")))
        let mentor = try await world.mentor("Moa", of: trainee, employedBy: world.town)
        let (moa, accept) = (
            Actor.person(try world.person("Moa")), AcceptMentorship(trainee: trainee, mentorship: mentor)
        )
        try await world.perform(EndMentorship(trainee: trainee, mentorship: mentor))
        await #expect(throws: Rejection.conflict("mentor.answered")) { try await world.perform(accept, by: moa) }
        let again = try await world.mentor("Moa", of: trainee, employedBy: world.town)
        try await world.perform(AcceptMentorship(trainee: trainee, mentorship: again), by: moa)
    }

    @Test func `another trainee's mentor is not found, nor is anybody's once the trainee has left`() async throws {
        let world = try await DeliveryWorld.make()
        let (trainee, other) = (try await world.trainee(), try await world.trainee(of: world.city, "Ola Aas"))
        let mentor = try await world.mentor("Moa", of: trainee)
        await #expect(throws: Rejection.notFound) {
            try await world.perform(EndMentorship(trainee: other, mentorship: mentor))
        }
        try await world.perform(WithdrawTrainee(trainee: trainee, on: .day("2011-09-10"), reason: .studies))
        await #expect(throws: Rejection.conflict("trainee.ended")) {
            try await world.perform(EndMentorship(trainee: trainee, mentorship: mentor))
        }
    }
}
