import KohortCore
import KohortStore
import KohortTesting
import Synchronization

@testable import Delivery

/// A real store with one cohort of five hosts: the large and the middling city, the small town, its twin under one
/// membership, and a partner that is no member. The rules are the test's own.
struct DeliveryWorld: Sendable {
    let test: TestStore
    let cohort: CohortPlan
    let hosts: [HostOrganisation]
    let newcomers: Newcomers
    let coordinated: Coordinated
    let people: People

    var city: OrganisationID { hosts[0].id }
    var middling: OrganisationID { hosts[1].id }
    var town: OrganisationID { hosts[2].id }
    var twin: OrganisationID { hosts[3].id }
    var partner: OrganisationID { hosts[4].id }

    static func make(
        _ rules: ProgrammeRules = .sample(), period: Period = .cohort, allowing authority: Authority = .everything,
        hosts: [HostOrganisation] = HostOrganisation.samples
    ) async throws -> DeliveryWorld {
        let cohort = CohortPlan(
            id: .new(), slug: try Slug("cohort-5"), period: period, zone: .oslo, rules: rules)
        let (newcomers, coordinated) = (Newcomers(), Coordinated(Set(hosts.map(\.id))))
        let people = People()
        let test = try await TestStore.make(
            modules: [DeliverySchema.module], allowing: authority,
            ports: ports(cohort, hosts, newcomers, coordinated, people))
        return DeliveryWorld(
            test: test, cohort: cohort, hosts: hosts, newcomers: newcomers, coordinated: coordinated,
            people: people)
    }

    static func ports(
        _ cohort: CohortPlan, _ hosts: [HostOrganisation], _ newcomers: Newcomers, _ coordinated: Coordinated,
        _ people: People
    ) -> Ports {
        var ports = Ports()
        ports.answer(
            CohortDirectory(all: { _ in [cohort] }) { reference, _ in
                guard reference == .id(cohort.id) || reference == .slug(cohort.slug) else { throw Rejection.notFound }
                return cohort
            })
        ports.answer(HostDirectory { _, _ in hosts })
        ports.answer(
            PeopleDirectory(
                enrol: { contact, _ in people.person(contact) }, find: { ids, _ in people.contacts(of: ids) }))
        ports.answer(CoordinatorDirectory { organisation, _ in coordinated.coordinators(of: organisation) })
        ports.answer(NewcomerDirectory { source, _ in try newcomers.find(source) })
        return ports
    }

    @discardableResult func perform<C: Command>(
        _ command: C, on day: String = "2011-09-15", by actor: Actor = .system
    ) async throws -> C.Outcome {
        try await test.perform(command, by: actor, at: .at(day + "T10:00:00Z"))
    }

    func fetch<Q: Query>(_ query: Q, on day: String = "2011-09-15", by actor: Actor = .system) async throws -> Q.Answer
    {
        try await test.fetch(query, by: actor, at: .at(day + "T10:00:00Z"))
    }

    /// A trainee of an employer, enrolled on the cohort's first day.
    @discardableResult func trainee(of employer: OrganisationID? = nil, _ name: String = "Kari Li") async throws
        -> TraineeID
    {
        let id = TraineeID.new()
        try await perform(try entering(id, of: employer ?? city, name), on: "2011-06-01")
        return id
    }

    func entering(_ id: TraineeID, of employer: OrganisationID, _ name: String = "Kari Li") throws -> EnterTrainee {
        EnterTrainee(
            trainee: id, cohort: cohort.id, employer: employer, contact: try .sample(name), field: "roads",
            contract: .permanent)
    }

    /// The names of the events that a deed recorded, in order.
    func events(_ deed: () async throws -> Void) async throws -> [String] {
        let before = try await fetch(JournalFeed(after: 0, limit: 500)).last?.number ?? 0
        try await deed()
        return try await fetch(JournalFeed(after: before, limit: 500)).map(\.name)
    }
}
