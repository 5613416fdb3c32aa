import KohortCore
import KohortStore
import KohortTesting
import Recruitment
import Synchronization

/// A joint round of a few employers, played by its own commands to the release of the pool. Employer 0 has two places
/// unless told otherwise, and everybody wishes to come to it.
struct SelectionWorld {
    let test: TestStore
    let round = RoundID.new()
    let employers: [OrganisationID]
    let demands: [DemandID]
    let candidates: [CandidacyID]
    let persons: SelectionPersons

    /// A moment after the release and before the rank deadline, 30 September 2026.
    static let now = Instant.at("2026-09-01T10:00:00Z")
    static let rankingDeadline = Deadline(.day("2026-09-30"), in: .stockholm)
    static let afterRanking = Instant.at("2026-09-30T22:00:00Z")

    /// What the round is like.
    struct Plan {
        let employers = (0..<8).map { _ in OrganisationID.new() }
        /// The places of each employer that takes part.
        var positions = [2, 1]
        var applicants = (1...3).map { SelectionApplicant(number: $0) }
        var closesRest = true
        var workingDays = 10
        var rankBy: LocalDate? = .day("2026-09-30")
        var isReleased = true
        var reactions = Reactions()
        var authority = Authority.everything
        var terms = IntakeTerms.sample()
    }

    static func make(_ change: (inout Plan) -> Void = { _ in }) async throws -> SelectionWorld {
        var plan = Plan()
        change(&plan)
        let world = try await SelectionWorld(plan)
        try await world.publish(plan)
        try await world.apply(plan)
        if plan.isReleased { try await world.release() }
        return world
    }

    private init(_ plan: Plan) async throws {
        employers = Array(plan.employers.prefix(plan.positions.count))
        demands = plan.positions.map { _ in .new() }
        candidates = plan.applicants.map { _ in .new() }
        persons = SelectionPersons()
        test = try await TestStore.make(
            modules: [RecruitmentSchema.module], allowing: plan.authority, reactions: plan.reactions,
            ports: persons.ports(try Self.names(of: employers), plan.terms))
    }

    static func names(of employers: [OrganisationID]) throws -> [OrganisationID: OrganisationName] {
        try Dictionary(
            uniqueKeysWithValues: employers.enumerated().map { index, id in
                (id, OrganisationName(slug: try Slug("employer-\(index)"), name: "Employer \(index)"))
            })
    }

    private func publish(_ plan: Plan) async throws {
        let early = Instant.at("2026-08-03T08:00:00Z")
        let deadlines = Deadlines(
            demandBy: .day("2026-08-10"), applyBy: .day("2026-08-31"), rankBy: plan.rankBy,
            hireBy: .day("2026-11-30"))
        try await perform(
            PlanRound(
                id: round, slug: try Slug("autumn"), cohort: try Slug("cohort"), country: .sweden, zone: .stockholm,
                deadlines: deadlines, channels: [],
                settings: RoundSettings(
                    oneAcceptanceClosesRest: plan.closesRest, responseWorkingDays: plan.workingDays,
                    retentionDays: 730, largestWishCount: 5)), at: early)
        for (index, positions) in plan.positions.enumerated() {
            let terms = DemandTerms(
                title: "Place \(index)", field: "roads", competence: "an engineer", place: "Town \(index)",
                asked: positions)
            try await perform(
                StateDemand(id: demands[index], round: round, organisation: employers[index], terms: terms), at: early)
            try await perform(ApproveDemand(demand: demands[index], positions: positions), at: early)
        }
        try await perform(PublishCall(round: round, channels: [try Slug("fair"), try Slug("paper")]), at: early)
    }

    private func apply(_ plan: Plan) async throws {
        for (candidacy, applicant) in zip(candidates, plan.applicants) {
            try await perform(
                ApplyForPlaces(
                    id: candidacy, round: round, form: applicant.form(for: demands), documents: [.cv()],
                    submits: applicant.submits), at: .at("2026-08-20T08:00:00Z"))
        }
    }

    func release() async throws { try await perform(ReleasePool(round: round), at: .at("2026-09-01T08:00:00Z")) }

    @discardableResult func perform<C: Command>(
        _ command: C, by actor: Actor = .system, at now: Instant = now
    ) async throws -> C.Outcome {
        try await test.perform(command, by: actor, at: now)
    }

    func fetch<Q: Query>(_ query: Q, by actor: Actor = .system, at now: Instant = now) async throws -> Q.Answer {
        try await test.fetch(query, by: actor, at: now)
    }

    /// The names of the events that a deed adds to the journal.
    func events(of deed: () async throws -> Void) async throws -> [String] {
        let before = try await journal().last?.number ?? 0
        try await deed()
        return try await journal(after: before).map(\.name)
    }

    func journal(after number: Int64 = 0) async throws -> [JournalEntry] {
        try await fetch(JournalFeed(after: number, limit: 10_000))
    }
}

extension Authority {
    /// Allows all; the system's lists show everything and everybody else's one organisation's rows.
    static func showingOthers(_ organisation: OrganisationID) -> Authority {
        Authority(
            decide: { _, _, _, _ in .allowed },
            reach: { actor, _, _ in actor == .system ? .all : .organisations([organisation]) })
    }
}

/// Somebody who applies.
struct SelectionApplicant {
    let number: Int
    var name: String
    /// The employers, by their place in the world, in order of wish.
    var wishes = [0]
    var channel = "fair"
    var field = "roads"
    var level = EducationLevel.master
    var school = "Umeå universitet"
    var submits = true

    init(number: Int) {
        self.number = number
        name = "Applicant \(number)"
    }

    func form(for demands: [DemandID]) -> CandidacyForm {
        var form = CandidacyForm(name: name, email: "applicant\(number)@example.org", language: .sv)
        (form.phone, form.place, form.school) = ("070 123 45 67", "Umeå", school)
        (form.educationLevel, form.educationField) = (level.rawValue, field)
        (form.channel, form.wishes) = (channel, wishes.map { demands[$0] })
        return form
    }
}

/// The tenant's persons, one for each address.
final class SelectionPersons: Sendable {
    private let known = Mutex<[String: PersonID]>([:])

    subscript(_ email: EmailAddress) -> PersonID {
        known.withLock { known in
            let person = known[email.key] ?? .new()
            known[email.key] = person
            return person
        }
    }

    /// The ports that recruitment asks: these persons, the named organisations as its members, and the programme's terms.
    func ports(_ names: [OrganisationID: OrganisationName], _ terms: IntakeTerms = .sample()) -> Ports {
        var ports = Ports()
        ports.answer(ApplicantDirectory { email, _, _, _ in self[email] })
        ports.answer(IntakeDirectory { _, _ in terms })
        ports.answer(
            MemberDirectory(names: { _ in names }, isMember: { organisation, _, _ in names[organisation] != nil }))
        return ports
    }
}
