import KohortCore
import KohortStore
import KohortTesting
import Testing

@testable import Delivery

@Suite struct MentorPoolTests {
    @Test func `a member names people to the pool, once, and takes them out (ROM-2)`() async throws {
        let world = try await DeliveryWorld.make()
        let contact = try Contact.sample("Mona Mentor")
        let naming = NameToPool(organisation: world.town, contact: contact)
        let events = try await world.events {
            try await world.perform(naming)
            try await world.perform(naming)
        }
        #expect(events == ["delivery.pool.joined"])
        try await world.mentor("Mona Mentor", of: try await world.trainee())
        let person = try world.person("Mona Mentor")
        let expected = MentorPool.Line(
            person: person, contact: contact, organisation: world.town, organisationName: "Town", trainees: 1)
        #expect(try await world.fetch(MentorPool()) == [expected])
        let leaving = LeavePool(organisation: world.town, person: person)
        let after = try await world.events {
            try await world.perform(leaving)
            await #expect(throws: Rejection.notFound) { try await world.perform(leaving) }
        }
        #expect(after == ["delivery.pool.left"])
        #expect(try await world.fetch(MentorPool()) == [])
    }

    @Test func `only members name to the pool`() async throws {
        let world = try await DeliveryWorld.make()
        await #expect(throws: Rejection.conflict("organisation.not_member")) {
            try await world.perform(NameToPool(organisation: world.partner, contact: try .sample("Mona Mentor")))
        }
        try await world.perform(NameToPool(organisation: world.twin, contact: try .sample("Mona Mentor")))
    }
}
