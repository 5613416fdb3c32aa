import Billing
import Delivery
import KohortCore
import KohortStore
import KohortTesting
import Tenancy

@testable import KohortApp

/// A tenant's store with its real schema, rights and reactions; the cohort and its hosts are the test's own.
struct RolesWorld: Sendable {
    let test: TestStore
    let lead: Actor
    let city: OrganisationID
    let town: OrganisationID
    let cohort: CohortID
    let trainee: TraineeID
    let items: [PlacementItem]

    static func make() async throws -> RolesWorld {
        let hosts = try ["city", "town"].map {
            HostOrganisation(id: .new(), slug: try Slug($0), name: $0, membership: .new())
        }
        let plan = try cohort()
        let test = try await TestStore.make(
            modules: Array(Schema.tenant.modules.dropFirst()), allowing: Composition.tenant.authority,
            reactions: .kohort, ports: ports(plan, hosts))
        let lead = try await invite("Lead", .lead, on: .consortium, test)
        let world = RolesWorld(
            test: test, lead: lead, city: hosts[0].id, town: hosts[1].id, cohort: plan.id, trainee: .new(),
            items: [
                item(1, at: hosts[0].id, plan.period.start, plan.period.start.adding(months: 9)),
                item(2, at: hosts[1].id, plan.period.start.adding(months: 9), plan.period.end),
            ])
        try await world.enter("Kari", as: world.trainee)
        return world
    }

    private static func cohort() throws -> CohortPlan {
        let start = LocalDate(daysSince1970: 20_697)  // 2026-09-01
        let rules = ProgrammeRules(
            months: Bounds(exactly: 18),
            periods: PeriodPattern(count: Bounds(exactly: 2), parts: [PeriodRule(host: .anyMember)]),
            gatherings: GatheringRules(count: Bounds(exactly: 6)),
            roles: RoleRules(mentor: MentorRules(independentOf: .line, chosenFrom: .anywhere, accepts: true)),
            talks: TalkRules(), completion: CompletionRules(),
            selection: SelectionRules(entrances: [.application]),
            employment: EmploymentTerms(contracts: [.permanent]))
        guard let period = Period(start: start, end: start.adding(months: 18)) else { throw Rejection.notFound }
        return CohortPlan(id: .new(), slug: try Slug("first"), period: period, zone: .oslo, rules: rules)
    }

    private static func ports(_ cohort: CohortPlan, _ hosts: [HostOrganisation]) -> Ports {
        var ports = Ports.kohort
        ports.answer(CohortDirectory(all: { _ in [cohort] }) { _, _ in cohort })
        ports.answer(HostDirectory { _, _ in hosts })
        ports.answer(FeePlans { _, _ in FeePlan(name: LocalizedText("Trainee", in: .en), period: nil, fees: []) })
        return ports
    }

    private static func item(
        _ number: Int, at host: OrganisationID, _ start: LocalDate, _ end: LocalDate
    ) -> PlacementItem {
        PlacementItem(id: .new(), part: .numbered(number), host: host, startsOn: start, endsBefore: end)
    }

    private static func invite(
        _ name: String, _ role: Role, on scope: GrantScope, _ test: TestStore
    ) async throws -> Actor {
        .person(
            try await test.perform(
                InvitePerson(
                    email: try address(name), name: name, language: .nb,
                    role: InvitePerson.GrantedRole(role, on: scope), linkHash: name),
                by: .operator))
    }

    @discardableResult func perform<C: Command>(_ command: C, by actor: Actor) async throws -> C.Outcome {
        try await test.perform(command, by: actor)
    }

    func coordinator(of organisation: OrganisationID) async throws -> Actor {
        try await Self.invite("C\(organisation)", .coordinator, on: .organisation(organisation), test)
    }

    func invited(_ name: String, _ role: Role, on scope: GrantScope) async throws -> Actor {
        try await Self.invite(name, role, on: scope, test)
    }

    @discardableResult func enter(_ name: String, as id: TraineeID = .new()) async throws -> TraineeID {
        try await perform(
            EnterTrainee(
                trainee: id, cohort: cohort, employer: city, contact: try contact(name), field: "roads",
                contract: .permanent), by: lead)
        return id
    }

    /// Somebody who is asked to be the trainee's mentor.
    func propose(_ name: String, by actor: Actor) async throws -> (Actor, MentorshipID) {
        let id = MentorshipID.new()
        try await perform(NameMentor(id: id, trainee: trainee, contact: try contact(name)), by: actor)
        return (try await self.actor(name), id)
    }

    func contact(_ name: String) throws -> Contact {
        Contact(name: name, email: try Self.address(name), language: .nb)
    }

    /// Who has been named by this name.
    func actor(_ name: String) async throws -> Actor {
        let found = try await test.fetch(PersonNamed(name: name), by: .operator)
        guard let person = found else { throw Rejection.notFound }
        return .person(person)
    }

    private static func address(_ name: String) throws -> EmailAddress {
        guard let email = EmailAddress("\(name.lowercased())@example.org") else { throw Rejection.notFound }
        return email
    }
}

private struct PersonNamed: Query {
    static let permission = Permission.readJournal
    let scope = Scope.consortium
    let name: String

    func fetch(in read: borrowing Read) throws -> PersonID? {
        try read.first(Person.self, "where name = \(name)")?.id
    }
}
