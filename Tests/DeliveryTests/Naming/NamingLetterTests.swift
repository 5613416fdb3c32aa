import KohortCore
import KohortStore
import KohortTesting
import Testing

@testable import Delivery

@Suite struct NamingLetterTests {
    private let lead = PersonID.new()

    @Test func `who is named to a trainee is told so, once, with who named them`() async throws {
        let world = try await DeliveryWorld.make()
        let trainee = TraineeID.new()
        try await world.perform(try world.entering(trainee, of: world.city), on: "2011-06-01", by: .person(lead))
        let items = world.halves()
        try await world.perform(PlanPlacements(trainee: trainee, items: items), by: .person(lead))
        let mona = NameMentor(id: .new(), trainee: trainee, contact: try .sample("Mona"))
        try await world.perform(mona, by: .person(lead))
        for _ in 1...2 {
            try await world.perform(
                NameSupervisor(id: .new(), placement: items[0].id, contact: try .sample("Sissel")), by: .person(lead))
        }
        let expected: Set = try [
            NamingLetter(
                part: .trainee, person: world.person("Kari Li"), trainee: trainee, placement: nil, by: lead),
            NamingLetter(part: .mentor, person: world.person("Mona"), trainee: trainee, placement: nil, by: lead),
            NamingLetter(
                part: .supervisor, person: world.person("Sissel"), trainee: trainee, placement: items[0].id, by: lead),
        ]
        #expect(try await world.letters() == expected)
    }

    @Test func `where the mentor's word is wanted they are asked, and not told what they said themselves (ROM-2)`()
        async throws
    {
        let world = try await DeliveryWorld.make(.romerike)
        let trainee = try await world.trainee(of: world.town)
        try await world.perform(NameToPool(organisation: world.city, contact: try .sample("Mona")))
        let id = try await world.mentor("Mona", of: trainee)
        let mona = try world.person("Mona")
        try await world.perform(AcceptMentorship(trainee: trainee, mentorship: id), by: .person(mona))
        #expect(try await world.parts() == [.trainee, .proposedMentor])
    }

    @Test func `who names themselves needs no letter`() async throws {
        let world = try await DeliveryWorld.make()
        let trainee = try await world.trainee()
        let items = world.halves()
        try await world.perform(PlanPlacements(trainee: trainee, items: items))
        let sissel = Actor.person(try world.person("Sissel"))
        let naming = NameSupervisor(id: .new(), placement: items[0].id, contact: try .sample("Sissel"))
        try await world.perform(naming, by: sissel)
        #expect(try await world.parts() == [.trainee])
    }

    @Test func `a trainee who waits for the employer is told when the waiting is over (KS11-20)`() async throws {
        let roles = RoleRules(beforeStart: [.coordinatorNamed])
        let world = try await DeliveryWorld.make(.sample(roles: roles))
        world.coordinated.dismiss(at: world.city)
        try await world.trainee()
        #expect(try await world.letters() == [])
        world.coordinated.name(at: world.city)
        try await world.perform(UnblockTrainees(employer: world.city))
        #expect(try await world.parts() == [.trainee])
    }

    @Test func `a letter says what holds when it is sent, and nothing when it holds no more`() async throws {
        let world = try await DeliveryWorld.make()
        let trainee = try await world.trainee()
        let items = world.halves()
        try await world.perform(PlanPlacements(trainee: trainee, items: items))
        let naming = NameSupervisor(id: .new(), placement: items[1].id, contact: try .sample("Sissel"))
        try await world.perform(naming, by: .person(try world.person("Lea Lead")))
        let letter = try #require(try await world.letters().first { $0.part == .supervisor })
        let answer = try await world.fetch(NamedInLetter(letter: letter))
        #expect(try answer.contact == .sample("Sissel"))
        #expect(answer.trainee.name == "Kari Li" && answer.employer == "City" && answer.by == "Lea Lead")
        #expect(answer.host == world.hosts.first { $0.id == items[1].host }?.name)
        #expect(answer.period == items[1].period)

        try await world.supervisor("Terje", of: items[1].id)
        await #expect(throws: Rejection.notFound) { _ = try await world.fetch(NamedInLetter(letter: letter)) }
    }

    @Test func `neither the journal nor a waiting letter holds a name or an address`() async throws {
        let world = try await DeliveryWorld.make()
        let trainee = try await world.trainee(of: world.city, "Canary Trainee")
        try await world.mentor("Canary Mentor", of: trainee)
        let (journal, outbox) = try await world.fetch(WrittenRows())
        #expect(journal.count >= 2 && outbox.count == 2)
        #expect((journal + outbox).filter { $0.lowercased().contains("canary") || $0.contains("@") } == [])
    }
}

extension DeliveryWorld {
    /// The letters that wait; those of one moment have no order.
    fileprivate func letters() async throws -> Set<NamingLetter> {
        let waiting = try await fetch(WaitingLetters())
        #expect(Set(waiting).count == waiting.count)
        return Set(waiting)
    }

    fileprivate func parts() async throws -> Set<NamingLetter.Part> { Set(try await letters().map(\.part)) }
}

private struct WaitingLetters: Query {
    static let permission = Permission("test.outbox")
    let scope = Scope.consortium

    func fetch(in read: borrowing Read) throws -> [NamingLetter] {
        try read.all("select payload from outbox where kind = 'delivery.naming' order by id") {
            (try $0[0] as StoredJSON<NamingLetter>).value
        }
    }
}

/// The payloads of the journal and of the outbox.
private struct WrittenRows: Query {
    static let permission = Permission("test.outbox")
    let scope = Scope.consortium

    func fetch(in read: borrowing Read) throws -> (journal: [String], outbox: [String]) {
        (
            try read.all("select payload from journal") { try $0[0] as String },
            try read.all("select payload from outbox") { try $0[0] as String }
        )
    }
}
