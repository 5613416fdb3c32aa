import KohortCore
import KohortStore
import KohortTesting
import Testing

@testable import Delivery

@Suite struct EnrolTraineeTests {
    private func newcomer(_ world: DeliveryWorld, person: PersonID = .new(), startsOn: String? = nil) -> Newcomer {
        Newcomer(
            person: person, name: "Kari Li", cohort: .slug(world.cohort.slug), employer: world.city, field: "roads",
            contract: .permanent, startsOn: startsOn.map { .day($0) })
    }

    @Test func `an accepted offer enrols for the whole of the cohort, with six months of probation`() async throws {
        let world = try await DeliveryWorld.make()
        let offer = OfferID.new()
        let newcomer = newcomer(world)
        world.newcomers.add(newcomer, by: .offer(offer))
        var id: TraineeID?
        let events = try await world.events {
            id = try await world.perform(EnrolTrainee(source: .offer(offer)), on: "2011-06-01")
        }
        #expect(events == ["delivery.trainee.enrolled"])
        let expected = Trainee(
            id: try #require(id), cohort: world.cohort.id, person: newcomer.person, name: "Kari Li",
            employer: world.city, entrance: .application, source: offer.description, field: "roads",
            contract: .permanent, state: .enrolled, period: .cohort, probationUntil: .day("2012-03-01"),
            enteredAt: .at("2011-06-01T10:00:00Z"))
        #expect(try await world.trainees() == [expected])
    }

    @Test func `who starts late ends with the others, and nobody starts before the cohort`() async throws {
        let world = try await DeliveryWorld.make()
        for (startsOn, expected) in [("2011-10-01", "2011-10-01"), ("2011-05-01", "2011-09-01")] {
            let source = Enrolment.Source.nomination(.new())
            world.newcomers.add(newcomer(world, startsOn: startsOn), by: source)
            let id = try await world.perform(EnrolTrainee(source: source))
            let trainee = try #require(try await world.trainees().first { $0.id == id })
            #expect(trainee.period == .days(expected, "2013-03-01"))
            #expect(trainee.entrance == .nomination)
        }
    }

    @Test func `a person is a trainee once in a cohort, until struck out`() async throws {
        let world = try await DeliveryWorld.make()
        let person = PersonID.new()
        let sources = [Enrolment.Source.offer(.new()), .offer(.new())]
        for source in sources { world.newcomers.add(newcomer(world, person: person), by: source) }
        let first = try await world.perform(EnrolTrainee(source: sources[0]))
        await #expect(throws: Rejection.conflict("trainee.already_enrolled")) {
            try await world.perform(EnrolTrainee(source: sources[1]))
        }
        try await world.perform(RemoveTrainee(trainee: first))
        try await world.perform(EnrolTrainee(source: sources[1]))
    }

    @Test func `a missing coordinator blocks that employer's trainees and no others (KS11-20)`() async throws {
        let world = try await DeliveryWorld.make(.sample(roles: RoleRules(beforeStart: [.coordinatorNamed])))
        world.coordinated.dismiss(at: world.city)
        let waiting = TraineeID.new()
        let events = try await world.events {
            try await world.perform(try world.entering(waiting, of: world.city, "Ola Ås"), on: "2011-05-01")
            try await world.trainee(of: world.town)
        }
        #expect(events == ["delivery.trainee.blocked", "delivery.trainee.enrolled"])
        #expect(try await world.trainees().map(\.state) == [.blocked, .enrolled])
        #expect(try await world.events { try await world.perform(UnblockTrainees(employer: world.city)) } == [])

        world.coordinated.name(at: world.city)
        let after = try await world.events { try await world.perform(UnblockTrainees(employer: world.city)) }
        #expect(after == ["delivery.trainee.enrolled"])
        #expect(try await world.trainees().map(\.state) == [.enrolled, .enrolled])
    }

    @Test func `aims that are not anchored block until the employer confirms them (KS11-10)`() async throws {
        let world = try await DeliveryWorld.make(.sample(roles: RoleRules(beforeStart: [.aimsAnchored])))
        try await world.trainee(of: world.city)
        #expect(try await world.trainees().map(\.state) == [.blocked])
        let confirmation = ConfirmAims(cohort: world.cohort.id, organisation: world.city)
        #expect(try await world.events { try await world.perform(confirmation) } == ["delivery.aims.confirmed"])
        #expect(try await world.events { try await world.perform(confirmation) } == [])
        try await world.perform(UnblockTrainees(employer: world.city))
        #expect(try await world.trainees().map(\.state) == [.enrolled])
    }

    @Test func `a contract that the programme does not have is refused`() async throws {
        let world = try await DeliveryWorld.make(.sample(employment: EmploymentTerms(contracts: [.temporary])))
        await #expect(throws: Rejection.conflict("trainee.contract")) { try await world.trainee() }
        var terms = try world.entering(.new(), of: world.city)
        terms = EnterTrainee(
            trainee: terms.trainee, cohort: terms.cohort, employer: terms.employer, contact: terms.contact,
            field: terms.field, contract: .temporary)
        try await world.perform(terms)
    }

    @Test func `only a member's trainee is entered`() async throws {
        let world = try await DeliveryWorld.make()
        await #expect(throws: Rejection.conflict("organisation.not_member")) {
            try await world.trainee(of: world.partner)
        }
        try await world.trainee(of: world.town)
    }

    @Test func `a nomination that is taken back takes its trainee back, and another source nobody`() async throws {
        let world = try await DeliveryWorld.make()
        let nomination = Enrolment.Source.nomination(.new())
        world.newcomers.add(newcomer(world), by: nomination)
        try await world.perform(EnrolTrainee(source: nomination))
        #expect(try await world.events { try await world.perform(UndoEnrolment(source: .offer(.new()))) } == [])
        let events = try await world.events { try await world.perform(UndoEnrolment(source: nomination)) }
        #expect(events == ["delivery.trainee.removed"])
        #expect(try await world.trainees().map(\.state) == [.removed])
    }

    @Test func `who has ended is not struck out, and who is in the programme is`() async throws {
        let world = try await DeliveryWorld.make()
        let (left, mistaken) = (try await world.trainee(), try await world.trainee(of: world.town, "Ola Ås"))
        try await world.perform(WithdrawTrainee(trainee: left, on: .day("2011-09-15"), reason: .moved))
        await #expect(throws: Rejection.conflict("trainee.ended")) {
            try await world.perform(RemoveTrainee(trainee: left))
        }
        try await world.perform(RemoveTrainee(trainee: mistaken))
    }
}
