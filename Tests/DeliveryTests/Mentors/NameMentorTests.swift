import KohortCore
import KohortStore
import KohortTesting
import Testing

@testable import Delivery

@Suite struct NameMentorTests {
    @Test func `one mentor at a time, the former one kept as history (KS11-21, ROM-2)`() async throws {
        let world = try await DeliveryWorld.make()
        let trainee = try await world.trainee()
        var ids: [MentorshipID] = []
        let events = try await world.events {
            ids.append(try await world.mentor("Mona Mentor", of: trainee, on: "2011-09-15"))
            ids.append(try await world.mentor("Nils Ny", of: trainee, on: "2012-01-10"))
        }
        #expect(events == ["delivery.mentor.named", "delivery.mentor.ended", "delivery.mentor.named"])
        let expected = [
            Mentorship(
                id: ids[0], trainee: trainee, person: try world.person("Mona Mentor"), employedBy: nil, state: .ended,
                namedAt: .at("2011-09-15T10:00:00Z"), from: .day("2011-09-15"), until: .day("2012-01-10")),
            Mentorship(
                id: ids[1], trainee: trainee, person: try world.person("Nils Ny"), employedBy: nil, state: .active,
                namedAt: .at("2012-01-10T10:00:00Z"), from: .day("2012-01-10"), until: nil),
        ]
        #expect(try await world.mentorships(of: trainee) == expected)
    }

    @Test func `nobody is their own mentor, nor mentor twice, nor where the programme has none`() async throws {
        let world = try await DeliveryWorld.make()
        let trainee = try await world.trainee(of: world.city, "Kari Li")
        await #expect(throws: Rejection.conflict("mentor.is_trainee")) {
            try await world.mentor("Kari Li", of: trainee)
        }
        try await world.mentor("Mona Mentor", of: trainee)
        await #expect(throws: Rejection.conflict("mentor.already")) {
            try await world.mentor("Mona Mentor", of: trainee)
        }
        let without = try await DeliveryWorld.make(.sample(roles: RoleRules()))
        let other = try await without.trainee()
        await #expect(throws: Rejection.conflict("mentor.none")) { try await without.mentor("Mona Mentor", of: other) }
    }

    @Test func `a mentor comes from another member's pool (ROM-2)`() async throws {
        let world = try await DeliveryWorld.make(.romerike)
        let trainee = try await world.trainee(of: world.town)
        for (organisation, name) in [(world.twin, "Tone Twin"), (world.city, "Mona Mentor")] {
            try await world.perform(NameToPool(organisation: organisation, contact: try .sample(name)))
        }
        await #expect(throws: Rejection.conflict("mentor.not_in_pool")) { try await world.mentor("Ola", of: trainee) }
        await #expect(throws: Rejection.conflict("mentor.own_member")) {
            try await world.mentor("Tone Twin", of: trainee)
        }
        await #expect(throws: Rejection.conflict("mentor.not_in_pool")) {
            try await world.mentor("Mona Mentor", of: trainee, employedBy: world.middling)
        }
        try await world.mentor("Mona Mentor", of: trainee)
        #expect(try await world.mentorships(of: trainee).map(\.employedBy) == [world.city])
    }

    @Test func `one from the trainee's organisation is refused, and one of unknown employer (ROM-4)`() async throws {
        let rules = MentorRules(independentOf: .organisation, chosenFrom: .anywhere)
        let world = try await DeliveryWorld.make(.sample(roles: RoleRules(mentor: rules)))
        let trainee = try await world.planned(world.halves())
        for organisation in [world.city, world.middling] {
            await #expect(throws: Rejection.conflict("mentor.in_organisation")) {
                try await world.mentor("Mona Mentor", of: trainee, employedBy: organisation)
            }
        }
        await #expect(throws: Rejection.conflict("mentor.employer_unknown")) {
            try await world.mentor("Mona Mentor", of: trainee)
        }
        try await world.mentor("Mona Mentor", of: trainee, employedBy: world.town)
    }

    @Test func `a mentor takes over on accepting, and only who was asked may answer (ROM-2)`() async throws {
        let world = try await DeliveryWorld.make(.romerike)
        let trainee = try await world.trainee()
        for name in ["Mona Mentor", "Nils Ny"] {
            try await world.perform(NameToPool(organisation: world.town, contact: try .sample(name)))
        }
        let first = try await world.mentor("Mona Mentor", of: trainee)
        let accept = AcceptMentorship(trainee: trainee, mentorship: first)
        for stranger in [Actor.system, .anonymous, .person(try world.person("Nils Ny"))] {
            await #expect(throws: Rejection.notFound) { try await world.perform(accept, by: stranger) }
        }
        let mona = Actor.person(try world.person("Mona Mentor"))
        #expect(try await world.events { try await world.perform(accept, by: mona) } == ["delivery.mentor.named"])
        await #expect(throws: Rejection.conflict("mentor.answered")) { try await world.perform(accept, by: mona) }

        let second = try await world.mentor("Nils Ny", of: trainee, on: "2011-10-01")
        #expect(try await world.mentorships(of: trainee).map(\.state) == [.active, .proposed])
        let nils = Actor.person(try world.person("Nils Ny"))
        try await world.perform(
            AcceptMentorship(trainee: trainee, mentorship: second), on: "2011-10-05", by: nils)
        let after = try await world.mentorships(of: trainee)
        #expect(after.map(\.state) == [.ended, .active])
        #expect(after.map(\.until) == [.day("2011-10-05"), nil])
    }

    @Test func `who declines is not the mentor, and the former one stays`() async throws {
        let world = try await DeliveryWorld.make(.romerike)
        let trainee = try await world.trainee()
        for name in ["Mona Mentor", "Nils Ny", "Oda"] {
            try await world.perform(NameToPool(organisation: world.town, contact: try .sample(name)))
        }
        let first = try await world.mentor("Mona Mentor", of: trainee)
        try await world.perform(
            AcceptMentorship(trainee: trainee, mentorship: first), by: .person(try world.person("Mona Mentor")))
        let second = try await world.mentor("Nils Ny", of: trainee, on: "2011-10-01")
        let events = try await world.events {
            try await world.perform(
                DeclineMentorship(trainee: trainee, mentorship: second), by: .person(try world.person("Nils Ny")))
        }
        #expect(events == ["delivery.mentor.declined"])
        try await world.mentor("Oda", of: trainee, on: "2011-10-02")
        try await world.mentor("Nils Ny", of: trainee, on: "2011-10-03")
        #expect(try await world.mentorships(of: trainee).map(\.state) == [.active, .declined, .ended, .proposed])
    }
}
