import Delivery
import KohortCore
import KohortStore
import Recruitment
import Tenancy

/// KS's demo cohort in the middle of its eighteen months: two trainees with periods, people, talks and a gathering. Its
/// dates are laid around today, and the past is played by commands that arrive when it was.
struct DemoDelivery: Sendable {
    static let trainees = ["Silje Aune", "Jonas Berge"]
    static let mentor = "Marit Solli"
    static let supervisor = "Erik Dahl"
    static var tenant: Slug { get throws { try Slug("ks") } }

    private let open: TenantStore
    private let now: Instant
    private let months: DemoMonths

    init(_ open: TenantStore, at now: Instant, _ months: DemoMonths) {
        (self.open, self.now, self.months) = (open, now, months)
    }

    func fill() async throws {
        let lead = try await invite("lead@ks.example", "Lead", .lead, on: .consortium)
        let cohort = try await open.store.fetch(DemoCohort(), by: .operator, at: now)
        guard try await open.store.fetch(TraineeList(cohort: .id(cohort)), by: lead, at: now).isEmpty else { return }
        let town = try await organisation("fjordvik")
        let coordinator = try await invite(
            "coordinator@fjordvik.example", "Coordinator", .coordinator, on: .organisation(town))
        try await perform(ConfirmAims(cohort: cohort, organisation: town), by: coordinator, on: -30)
        try await perform(gathering(in: cohort), by: lead, on: -20)
        for (number, name) in Self.trainees.enumerated() {
            guard let id = DemoPeople.trainee(number) else { continue }
            let entry = EnterTrainee(
                trainee: id, cohort: cohort, employer: town, contact: try Self.contact(name),
                field: number == 0 ? "Samferdsel" : "Økonomi", contract: .permanent)
            try await perform(entry, by: lead, on: -15)
            try await follow(id, number, by: coordinator)
        }
    }

    static func hasCohort(_ open: TenantStore, at now: Instant) async throws -> Bool {
        do { _ = try await open.store.fetch(DemoCohort(), by: .operator, at: now) } catch Rejection.notFound {
            return false
        }
        return true
    }

    private func gathering(in cohort: CohortID) -> PlanGathering {
        let first = months.start.adding(days: 42)
        return PlanGathering(
            gathering: .new(at: now), cohort: cohort, kind: .gathering,
            terms: GatheringTerms(
                title: "Første samling", place: "Oslo", firstDay: first, lastDay: first.adding(days: 2)))
    }

    /// The first trainee has had talks and agreed a plan; the second waits for them.
    private func follow(_ trainee: TraineeID, _ number: Int, by coordinator: Actor) async throws {
        let placements = try await plan(trainee, number, by: coordinator)
        let mentor = NameMentor(id: .new(at: now), trainee: trainee, contact: try Self.contact(Self.mentor))
        try await perform(mentor, by: coordinator, on: -10)
        for placement in placements.prefix(number == 0 ? 2 : 1) {
            let supervisor = NameSupervisor(
                id: .new(at: now), placement: placement, contact: try Self.contact(Self.supervisor))
            try await perform(supervisor, by: coordinator, on: -10)
        }
        guard number == 0, let first = placements.first else { return }
        let certificate = IssueCertificate(document: .new(at: now), trainee: trainee, code: .random())
        try await perform(certificate, by: coordinator, on: 150)
        try await talk(trainee)
        try await develop(first, trainee)
        for item in ["contact", "introduction", "contract"] {
            try await perform(TickItem(trainee: trainee, item: try Slug(item)), by: coordinator, on: 5)
        }
        try await perform(
            ReachGoal(trainee: trainee, goal: try Slug("ethics"), on: months.start.adding(days: 100)), by: coordinator,
            on: 101)
    }

    private func plan(_ trainee: TraineeID, _ number: Int, by coordinator: Actor) async throws -> [PlacementID] {
        guard let first = DemoPeople.placement(2 * number), let second = DemoPeople.placement(2 * number + 1) else {
            return []
        }
        let (home, away) = (try await organisation("fjordvik"), try await organisation("lyngmo"))
        let turn = months.start.adding(months: 9)
        let items = [
            PlacementItem(
                id: first, part: .numbered(1), host: home, startsOn: months.start, endsBefore: turn),
            PlacementItem(
                id: second, part: .numbered(2), host: away, startsOn: turn,
                endsBefore: months.end),
        ]
        try await perform(PlanPlacements(trainee: trainee, items: items), by: coordinator, on: -12)
        return items.map(\.id)
    }

    private func talk(_ trainee: TraineeID) async throws {
        let mentor = try await person(Self.mentor, .mentor, on: .trainee(trainee))
        for month in 1...5 {
            let day = months.start.adding(months: month)
            let talk = LogMentorTalk(talk: .new(at: now), trainee: trainee, heldOn: day)
            try await perform(talk, by: mentor, on: day.daysSince1970 - months.start.daysSince1970)
        }
    }

    private func develop(_ placement: PlacementID, _ trainee: TraineeID) async throws {
        let supervisor = try await person(Self.supervisor, .supervisor, on: .placement(placement))
        let plan = WriteDevelopmentPlan(
            placement: placement, responsibilities: "Sykkelveier i sentrum", tasks: "Kartlegge, måle og foreslå",
            goals: ["Lese en reguleringsplan", "Legge fram en sak for utvalget"])
        try await perform(plan, by: supervisor, on: 3)
        try await perform(AgreePlanAsSupervisor(placement: placement), by: supervisor, on: 3)
        let own = try await person(Self.trainees[0], .trainee, on: .trainee(trainee))
        try await perform(AgreePlanAsTrainee(placement: placement), by: own, on: 4)
    }
}

extension DemoDelivery {
    /// Those around the first trainee, with the roles that they have.
    static func people() throws -> [(contact: Contact, granted: InvitePerson.GrantedRole)] {
        guard let trainee = DemoPeople.trainee(0), let placement = DemoPeople.placement(0) else { return [] }
        return [
            (try contact(mentor), .init(.mentor, on: .trainee(trainee))),
            (try contact(supervisor), .init(.supervisor, on: .placement(placement))),
            (try contact(trainees[0]), .init(.trainee, on: .trainee(trainee))),
        ]
    }

    static func contact(_ name: String) throws -> Contact {
        guard let email = address(of: name) else { throw OperatorProblem("demo", ["A demo address is wrong."]) }
        return Contact(name: name, email: email, language: .nb)
    }

    static func address(of name: String) -> EmailAddress? {
        EmailAddress(name.lowercased().replacing(" ", with: ".") + "@people.example")
    }

    /// Does something so many days after the cohort's first day.
    private func perform<C: Command>(_ command: C, by actor: Actor, on day: Int) async throws {
        let at = months.zone.start(of: months.start.adding(days: day)).adding(.seconds(9 * 3600))
        _ = try await open.store.perform(command, by: actor, at: min(at, now))
    }

    private func person(_ name: String, _ role: Role, on scope: GrantScope) async throws -> Actor {
        try await invite("\(Self.contact(name).email)", name, role, on: scope)
    }

    private func invite(_ address: String, _ name: String, _ role: Role, on scope: GrantScope) async throws -> Actor {
        guard let email = EmailAddress(address) else { throw OperatorProblem("demo", ["A demo address is wrong."]) }
        let at = now.adding(days: -400)
        let command = InvitePerson(
            email: email, name: name, language: .nb, role: .init(role, on: scope), linkHash: Secret().hash,
            linkExpiresAt: at)
        return .person(try await open.store.perform(command, by: .operator, at: at))
    }

    private func organisation(_ slug: String) async throws -> OrganisationID {
        let consortium = try await open.store.fetch(CurrentConsortium(), by: .operator, at: now)
        guard let found = consortium.organisations.first(where: { $0.slug.text == slug }) else {
            throw OperatorProblem("demo", ["The demo has no member \(slug)."])
        }
        return found.id
    }
}

/// The demo cohort as delivery knows it.
private struct DemoCohort: Query {
    static let permission = Permission.readRounds
    let scope = Scope.consortium

    func fetch(in read: borrowing Read) throws -> CohortID {
        try read.ask(CohortDirectory.self).find(.slug(try Slug(DemoMonths.cohort)), read).id
    }
}
