import Delivery
import KohortCore
import KohortStore
import Tenancy

/// KS's demo while it is played: where it is and who acts there.
struct DemoStage: Sendable {
    let open: TenantStore
    let months: DemoMonths
    let now: Instant
    let cohort: CohortID
    let organisations: [String: OrganisationID]
    private let lead: Actor
    private let coordinators: [String: Actor]

    init(_ open: TenantStore, at now: Instant, _ months: DemoMonths) async throws {
        (self.open, self.now, self.months) = (open, now, months)
        let cohorts = try await open.store.fetch(CohortList(), by: .operator, at: now)
        guard let cohort = cohorts.first(where: { $0.slug.text == DemoMonths.cohort })?.id else {
            throw OperatorProblem("demo", ["KS has no cohort of the demo."])
        }
        self.cohort = cohort
        let consortium = try await open.store.fetch(CurrentConsortium(), by: .operator, at: now)
        let organisations = Dictionary(
            uniqueKeysWithValues: consortium.organisations.map { ($0.slug.text, $0.id) })
        self.organisations = organisations
        let hiring = DemoHiring(open, at: months.zone.start(of: months.day(-3)))
        lead = try await hiring.invite("Line Prosjektleder", at: "ks", .lead, on: .consortium)
        var coordinators: [String: Actor] = [:]
        for (slug, name) in Self.coordinators {
            guard let organisation = organisations[slug] else { continue }
            coordinators[slug] = try await hiring.invite(name, at: slug, .coordinator, on: .organisation(organisation))
        }
        self.coordinators = coordinators
    }

    /// Bergset has none.
    static let coordinators = [
        ("fjordvik", "Kari Nes"), ("lyngmo", "Arne Lund"), ("granheim", "Siv Moen"), ("solstrand", "Nils Eira"),
    ]

    /// At ten in the morning of a day.
    @discardableResult func perform<C: Command>(
        _ command: C, by who: DemoActor, on day: LocalDate
    ) async throws -> C.Outcome {
        let morning = morning(of: day)
        return try await open.store.perform(command, by: try await actor(who, on: day), at: morning)
    }

    func fetch<Q: Query>(_ query: Q, by who: DemoActor, on day: LocalDate) async throws -> Q.Answer {
        try await open.store.fetch(query, by: try await actor(who, on: day), at: morning(of: day))
    }

    func morning(of day: LocalDate) -> Instant {
        min(months.zone.start(of: day).adding(.seconds(10 * 3600)), now)
    }

    func actor(_ who: DemoActor, on day: LocalDate) async throws -> Actor {
        switch who {
        case .lead: return lead
        case .coordinator(let slug):
            guard let coordinator = coordinators[slug] else { throw Rejection.notFound }
            return coordinator
        case .trainee(let number): return .person(try await detail(number, day).trainee.person)
        case .mentor(let number):
            let mentor = try await detail(number, day).mentors.first { $0.mentorship.state == .active }
            return .person(try Self.present(mentor?.follower.person))
        case .supervisor(let number, let stay):
            let placement = DemoPeople.placement(number, stay)
            let line = try await detail(number, day).placements.first { $0.placement.id == placement }
            return .person(try Self.present(line?.supervisors.first?.follower.person))
        }
    }

    private func detail(_ number: Int, _ day: LocalDate) async throws -> TraineeDetail.Answer {
        let query = TraineeDetail(trainee: DemoPeople.trainee(number))
        return try await open.store.fetch(query, by: lead, at: morning(of: day))
    }

    func organisation(_ slug: String) throws -> OrganisationID { try Self.present(organisations[slug]) }

    /// A unit of a host by its name, as whoever plans sees it.
    func unit(_ name: String?, of host: OrganisationID, for number: Int) async throws -> UnitID? {
        guard let name else { return nil }
        let hosts = try await open.store.fetch(
            HostList(trainee: DemoPeople.trainee(number)), by: lead, at: now)
        return hosts.first { $0.id == host }?.units.first { $0.name == name }?.id
    }

    private static func present<Value>(_ value: Value?) throws -> Value {
        guard let value else { throw OperatorProblem("demo", ["Somebody whom the demo needs is not there."]) }
        return value
    }
}

/// Who does something in the demo; trainees by their number, supervisors by the number of the stay too.
enum DemoActor: Sendable {
    case lead
    case coordinator(String)
    case trainee(Int)
    case mentor(Int)
    case supervisor(Int, Int)
}

/// Something that somebody did on a day.
struct DemoAct: Sendable {
    let day: LocalDate
    let play: @Sendable (DemoStage) async throws -> Void

    init(_ day: LocalDate, _ play: @escaping @Sendable (DemoStage) async throws -> Void) {
        (self.day, self.play) = (day, play)
    }

    init<C: Command>(_ day: LocalDate, _ who: DemoActor, _ command: C) {
        self.init(day) { stage in try await stage.perform(command, by: who, on: day) }
    }
}

extension [DemoAct] {
    /// Plays in the order of the days what has come to pass.
    func play(on stage: DemoStage) async throws {
        let past = enumerated().filter { $0.element.day <= stage.months.today }
        for act in past.sorted(by: { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }) {
            try await act.element.play(stage)
        }
    }
}
