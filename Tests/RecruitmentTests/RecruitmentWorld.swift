import KohortCore
import KohortStore
import KohortTesting
import Recruitment
import Synchronization

/// A real store with one round and two members, and a third organisation that is none.
struct RecruitmentWorld: Sendable {
    let test: TestStore
    let round = RoundID.new()
    let umeå: OrganisationID
    let vännäs: OrganisationID
    let outsider: OrganisationID

    static func make(
        allowing authority: Authority = .everything, taking terms: IntakeTerms = .sample()
    ) async throws -> RecruitmentWorld {
        let members = [OrganisationID.new(), OrganisationID.new()]
        let test = try await TestStore.make(
            modules: [RecruitmentSchema.module], allowing: authority, ports: ports(members: members, terms))
        return RecruitmentWorld(test: test, umeå: members[0], vännäs: members[1], outsider: .new())
    }

    /// The call is out: Umeå has two places and Vännäs one.
    static func open(
        allowing authority: Authority = .everything, deadlines: Deadlines = .sample
    ) async throws -> (RecruitmentWorld, places: [DemandID]) {
        let world = try await make(allowing: authority)
        try await world.plan(deadlines: deadlines)
        let places = [try await world.vacancy(of: world.umeå, asked: 2), try await world.vacancy(of: world.vännäs)]
        try await world.publish()
        return (world, places)
    }

    private static func ports(members: [OrganisationID], _ terms: IntakeTerms) -> Ports {
        let people = People()
        var ports = Ports()
        ports.answer(ApplicantDirectory { email, _, _, _ in people.person(with: email) })
        ports.answer(IntakeDirectory { _, _ in terms })
        ports.answer(
            OpenerDirectory { ids, _ in
                Dictionary(
                    uniqueKeysWithValues: ids.map { ($0, (name: "Kim Koordinator", organisations: [members[0]])) })
            })
        ports.answer(
            MemberDirectory(
                names: { _ in Dictionary(uniqueKeysWithValues: zip(members, OrganisationName.members)) },
                isMember: { organisation, date, _ in members.contains(organisation) && date >= .membershipsBegin }))
        return ports
    }

    @discardableResult func perform<C: Command>(
        _ command: C, at now: Instant = .applying, by actor: Actor = .system
    ) async throws -> C.Outcome {
        try await test.perform(command, by: actor, at: now)
    }

    func fetch<Q: Query>(_ query: Q, at now: Instant = .applying, by actor: Actor = .system) async throws -> Q.Answer {
        try await test.fetch(query, by: actor, at: now)
    }
}

/// One person for each address, as a tenant has it.
private final class People: Sendable {
    private let byAddress = Mutex<[EmailAddress: PersonID]>([:])

    func person(with address: EmailAddress) -> PersonID {
        byAddress.withLock { people in
            let person = people[address] ?? .new()
            people[address] = person
            return person
        }
    }
}
